import type { InstalledPackage } from './installPackage.js';
import { type PublicSymbol, pathOf, readSurface } from './readSurface.js';

/** Where the report stands in the project. */
export const REPORT = 'etc/license-ui.api.md';

/** The public surface as text: what a change of it looks like in a review. */
export function writeReport(installed: InstalledPackage): string {
  const { entries, behind } = readSurface(installed);
  const toldIn = new Map<string, string>();
  const tell = (entry: string) => (symbol: PublicSymbol) => {
    const first = toldIn.get(symbol.text);
    if (first !== undefined) return `// ${symbol.name}: as in ${first}`;
    toldIn.set(symbol.text, entry);
    return symbol.text;
  };
  const sections = [...entries].map(([entry, symbols]) => section(pathOf(installed, entry), symbols.map(tell(entry))));
  const rest = behind.length === 0 ? [] : [section('Mentioned above, and exported by no entry', behind.map(tell('.')))];
  return [
    '# The public surface\n\nWritten by `npm run surface` from the declarations of the package; not by hand.\n',
    ...sections,
    ...rest,
  ].join('\n');
}

function section(title: string, declarations: readonly string[]): string {
  return `## ${title}\n\n\`\`\`ts\n${declarations.join('\n\n')}\n\`\`\`\n`;
}
