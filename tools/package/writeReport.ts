import type { InstalledPackage } from './installPackage.js';
import { type PublicSymbol, pathOf, readSurface } from './readSurface.js';

/** The path of the report in the project. */
export const REPORT = 'etc/license-ui.api.md';

/** Returns the public surface as text, so that a review shows each change of it. */
export function writeReport(installed: InstalledPackage): string {
  const { entries, behind } = readSurface(installed);
  const printedIn = new Map<string, string>();
  const print = (entry: string) => (symbol: PublicSymbol) => {
    const first = printedIn.get(symbol.text);
    if (first !== undefined) return `// ${symbol.name}: as in ${first}`;
    printedIn.set(symbol.text, entry);
    return symbol.text;
  };
  const sections = [...entries].map(([entry, symbols]) => section(pathOf(installed, entry), symbols.map(print(entry))));
  const rest = behind.length === 0 ? [] : [section('Mentioned above, and exported by no entry', behind.map(print('.')))];
  return [
    '# The public surface\n\nWritten by `npm run surface` from the declarations of the package; not by hand.\n',
    ...sections,
    ...rest,
  ].join('\n');
}

function section(title: string, declarations: readonly string[]): string {
  return `## ${title}\n\n\`\`\`ts\n${declarations.join('\n\n')}\n\`\`\`\n`;
}
