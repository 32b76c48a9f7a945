import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import type { Check } from '../Check.js';
import type { InstalledPackage } from '../installPackage.js';
import { moduleEntries } from '../moduleGraph.js';
import { pathOf, readSurface } from '../readSurface.js';
import { REPORT, writeReport } from '../writeReport.js';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Checks the exports of the entries, and whether documents and report match them. */
export const entryChecks: readonly Check[] = [
  {
    name: 'each file in `exports` exists',
    wrong: ({ manifest, files }) =>
      Object.entries(manifest.exports).flatMap(([entry, target]) =>
        (typeof target === 'string' ? [target] : Object.values(target))
          .filter((file) => !files.includes(file.slice(2)))
          .map((file) => `${entry}: there is no ${file}`),
      ),
  },
  {
    name: 'Node finds exactly the declared exports in each entry',
    wrong: async (installed) => {
      const found = await importInNode(installed);
      return [...readSurface(installed).entries].flatMap(([entry, symbols]) => {
        const declared = symbols.filter(({ isValue }) => isValue).map(({ name }) => name);
        if (declared.join() === found[entry]?.join()) return [];
        return [`${entry} declares ${declared.join(', ') || 'nothing'}; Node finds ${found[entry]?.join(', ')}`];
      });
    },
  },
  {
    name: 'each import in the documents resolves to an export',
    wrong: (installed) => {
      const surface = exportsByPath(installed);
      return installed.files
        .filter((file) => file.endsWith('.md'))
        .flatMap((file) => codeOf(installed.read(file)).flatMap((code) => wrongImports(surface, code).map((why) => `${file}: ${why}`)));
    },
  },
  {
    name: 'the type-checked host imports every public symbol',
    wrong: (installed) => {
      const used = readdirSync(hostFiles, { encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .flatMap((file) => importsOf(readFileSync(join(hostFiles, file), 'utf8')))
        .flatMap(({ path, names }) => names.map((name) => `${path} ${name}`));
      return [...exportsByPath(installed)].flatMap(([path, names]) =>
        [...(names ?? [])]
          .filter((name) => !used.includes(`${path} ${name}`))
          .map((name) => `tools/package/consumer imports no ${name} from ${path}`),
      );
    },
  },
  {
    name: 'the public surface matches the report',
    wrong: (installed) => {
      const now = writeReport(installed).split('\n');
      const before = readFileSync(join(ROOT, REPORT), 'utf8').split('\n');
      const differences = [
        ...before.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
        ...now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
      ];
      if (now.join() === before.join()) return [];
      return [`${REPORT} differs. If the change is intended, run "npm run surface" and commit the report`, ...differences];
    },
  },
  {
    name: 'each public function and component has an example',
    wrong: (installed) =>
      [...readSurface(installed).entries].flatMap(([entry, symbols]) =>
        symbols.filter(({ isFunction, hasExample }) => isFunction && !hasExample).map(({ name }) => `${entry}: ${name} has none`),
      ),
  },
];

/** The folder of the host app that is type-checked. */
export const hostFiles = join(ROOT, 'tools/package/consumer');

type Import = { readonly path: string; readonly names: readonly string[] };

/** Returns the exports of each import path; `null` if the path is not a module. */
function exportsByPath(installed: InstalledPackage): ReadonlyMap<string, ReadonlySet<string> | null> {
  const { entries } = readSurface(installed);
  return new Map(
    Object.keys(installed.manifest.exports).map((entry) => {
      const symbols = entries.get(entry);
      return [pathOf(installed, entry), symbols ? new Set(symbols.map(({ name }) => name)) : null];
    }),
  );
}

function wrongImports(surface: ReadonlyMap<string, ReadonlySet<string> | null>, code: string): readonly string[] {
  return importsOf(code)
    .filter(({ path }) => path.startsWith('@alexandria-ee/'))
    .flatMap(({ path, names }) => {
      const exported = surface.get(path);
      if (exported === undefined) return [`${path} is not an entry`];
      return names.filter((name) => !exported?.has(name)).map((name) => `${path} exports no ${name}`);
    });
}

function importsOf(code: string): readonly Import[] {
  return ts.createSourceFile('code.tsx', code, ts.ScriptTarget.ESNext).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = statement.importClause?.namedBindings;
    const names = bindings && ts.isNamedImports(bindings) ? bindings.elements.map((each) => (each.propertyName ?? each.name).text) : [];
    return [{ path: statement.moduleSpecifier.text, names }];
  });
}

function codeOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```(?:ts|tsx|js|jsx)\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
}

// One process imports all entries, one after another.
async function importInNode(installed: InstalledPackage): Promise<Record<string, readonly string[]>> {
  const paths = moduleEntries(installed, 'default').map(([entry]) => [entry, pathOf(installed, entry)]);
  const script = `const found = {};
    for (const [entry, path] of ${JSON.stringify(paths)})
      found[entry] = await import(path).then((module) => Object.keys(module).sort(), (error) => [String(error)]);
    console.log(JSON.stringify(found));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: installed.host });
  return JSON.parse(stdout);
}
