import { readdirSync, readFileSync } from 'node:fs';

/** Lines of code in one folder of `src/` or in `mocks/`. */
export type FolderLines = { readonly folder: string; readonly lines: number };

/** Counts the lines of code that ship, by folder, without comments, blank lines, translations and styles. */
export function countLines(): readonly FolderLines[] {
  const counts = new Map<string, number>();
  for (const top of ['src', 'mocks']) {
    for (const path of readdirSync(top, { recursive: true, encoding: 'utf8' })) {
      const [folder = '', file] = path.split(/[/\\]/);
      const name = top === 'src' && file !== undefined ? `src/${folder}` : top;
      if (name === 'src/messages' || !/\.tsx?$/.test(path) || path.endsWith('.d.ts')) continue;
      counts.set(name, (counts.get(name) ?? 0) + codeLinesOf(readFileSync(`${top}/${path}`, 'utf8')));
    }
  }
  return [...counts].map(([folder, lines]) => ({ folder, lines })).sort((one, other) => one.folder.localeCompare(other.folder));
}

/** Returns the number of lines that are neither blank nor only a comment. */
export function codeLinesOf(source: string): number {
  return source.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*|\{\/\*)/.test(line)).length;
}
