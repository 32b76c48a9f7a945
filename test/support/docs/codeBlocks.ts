import { readdirSync, readFileSync } from 'node:fs';

/** A fenced code block in a document. */
export type CodeBlock = {
  readonly file: string;
  /** Line number of the first line of code, starting at 1. */
  readonly line: number;
  /** `ts`, `tsx`, `sh`, `css`, `html`, `json`. */
  readonly language: string;
  readonly code: string;
};

/** Returns the documents whose code is checked. */
export function documents(): readonly string[] {
  return ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
}

/** Returns the fenced code blocks of a document, in order. */
export function codeBlocks(file: string, text = readFileSync(file, 'utf8')): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { readonly line: number; readonly language: string; readonly lines: string[] } | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(\w*)/.exec(line);
    if (open === null && fence) open = { line: index + 2, language: fence[1] ?? '', lines: [] };
    else if (open !== null && fence) {
      blocks.push({ file, line: open.line, language: open.language, code: open.lines.join('\n') });
      open = null;
    } else open?.lines.push(line);
  }
  if (open !== null) throw new Error(`${file}:${open.line}: this block has no end.`);
  return blocks;
}
