import { posix } from 'node:path';
import ts from 'typescript';
import type { InstalledPackage } from './installPackage.js';

/** The static and dynamic imports of a module. */
type Imports = { readonly static: readonly string[]; readonly dynamic: readonly string[] };

/** Everything that an entry imports, directly or indirectly: files of the package, and other packages with subpaths. */
export type Reach = { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> };

/** Returns the entries that are modules, each with its `types` or `default` file. */
export function moduleEntries({ manifest }: InstalledPackage, condition: 'types' | 'default'): readonly (readonly [string, string])[] {
  return Object.entries(manifest.exports).flatMap(([entry, target]) => {
    if (typeof target === 'string' || !target['default']?.endsWith('.js')) return [];
    const file = target[condition];
    return file === undefined ? [] : [[entry, file.slice(2)] as const];
  });
}

/** Follows the imports of a module through the package. `all` includes dynamic imports. */
export function reach(installed: InstalledPackage, entry: string, follow: 'static' | 'all'): Reach {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const imports = importsOf(file, installed.read(file));
    for (const name of follow === 'all' ? [...imports.static, ...imports.dynamic] : imports.static) {
      if (name.startsWith('.')) visit(posix.join(posix.dirname(file), name));
      else packages.add(name);
    }
  };
  visit(entry);
  return { files, packages };
}

/** Returns the package name of an import, without its subpath. */
export function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** Returns true if a module begins with `'use client'`. */
export function isClientModule(code: string): boolean {
  const [first] = parse('module.js', code).statements;
  return (
    first !== undefined && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) && first.expression.text === 'use client'
  );
}

function importsOf(file: string, code: string): Imports {
  const found: { static: string[]; dynamic: string[] } = { static: [], dynamic: [] };
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.static.push(node.moduleSpecifier.text);
    const [argument] = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
    if (argument && ts.isStringLiteral(argument)) found.dynamic.push(argument.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(file, code));
  return found;
}

function parse(file: string, code: string): ts.SourceFile {
  return ts.createSourceFile(file, code, ts.ScriptTarget.ESNext);
}
