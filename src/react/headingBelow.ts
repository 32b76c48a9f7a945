export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export type HeadingTag = (typeof TAGS)[number];

const TAGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Returns the tag `depth` levels below `level`, at most `h6`. */
export function headingBelow(level: HeadingLevel, depth: number): HeadingTag {
  return TAGS[level + depth - 1] ?? 'h6';
}
