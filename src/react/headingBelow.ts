/** The level of a heading, from `h1` to `h6`. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** The tag of a heading. */
export type HeadingTag = (typeof TAGS)[number];

const TAGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Returns the tag of a heading some levels below another one. HTML ends at `h6`. */
export function headingBelow(level: HeadingLevel, depth: number): HeadingTag {
  return TAGS[level + depth - 1] ?? 'h6';
}
