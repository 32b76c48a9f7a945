import { join } from 'node:path';
import ts from 'typescript';
import type { InstalledPackage } from './installPackage.js';
import { moduleEntries } from './moduleGraph.js';

/** A symbol that an entry exports, or that an exported symbol mentions. */
export type PublicSymbol = {
  readonly name: string;
  /** Whether the symbol exists at run time, and is not only a type. */
  readonly isValue: boolean;
  readonly isFunction: boolean;
  /** Its declaration, without comments. */
  readonly text: string;
  /** Whether its doc comment has an example. */
  readonly hasExample: boolean;
};

/** The public surface: the exports of each entry, and the types that they mention but no entry exports. */
export type Surface = { readonly entries: ReadonlyMap<string, readonly PublicSymbol[]>; readonly behind: readonly PublicSymbol[] };

/** Reads the public surface from the declaration files. */
export function readSurface(installed: InstalledPackage): Surface {
  const { folder } = installed;
  const files = moduleEntries(installed, 'types').map(([entry, file]) => [entry, join(folder, file)] as const);
  const program = ts.createProgram(
    files.map(([, file]) => file),
    { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, noLib: true, types: [] },
  );
  const checker = program.getTypeChecker();
  const inPackage = (node: ts.Node) => node.getSourceFile().fileName.startsWith(`${folder.replaceAll('\\', '/')}/dist/`);
  const original = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const exportsOf = (file: string) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return module ? checker.getExportsOfModule(module).sort(byName).map(original) : [];
  };
  const exported = new Map(files.map(([entry, file]) => [entry, exportsOf(file)] as const));

  const seen = new Set([...exported.values()].flat());
  const behind: ts.Symbol[] = [];
  const visit = (node: ts.Node) => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const named = symbol && original(symbol);
    if (named && !seen.has(named) && declarationsOf(named).some((each) => isDeclaredType(each) && inPackage(each))) {
      seen.add(named);
      behind.push(named);
      for (const each of declarationsOf(named)) visit(each);
    }
    ts.forEachChild(node, visit);
  };
  for (const symbol of [...seen]) for (const each of declarationsOf(symbol)) visit(each);

  return {
    entries: new Map([...exported].map(([entry, symbols]) => [entry, symbols.map(describe)])),
    behind: behind.sort(byName).map(describe),
  };

  function describe(symbol: ts.Symbol): PublicSymbol {
    return {
      name: symbol.name,
      isValue: (symbol.flags & ts.SymbolFlags.Value) !== 0,
      isFunction: (symbol.flags & ts.SymbolFlags.Function) !== 0,
      text: declarationsOf(symbol).map(print).join('\n'),
      hasExample: symbol.getJsDocTags(checker).some(({ name }) => name === 'example'),
    };
  }
}

/** Returns the import path of an entry. */
export function pathOf({ manifest }: InstalledPackage, entry: string): string {
  return `${manifest.name}${entry.slice(1)}`;
}

const printer = ts.createPrinter({ removeComments: true });

function print(node: ts.Node): string {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return printer
    .printNode(ts.EmitHint.Unspecified, statement, node.getSourceFile())
    .replace(/^(export )?(declare )?/, '')
    .replaceAll(/^( {4})+/gm, (indent) => ' '.repeat(indent.length / 2));
}

function declarationsOf(symbol: ts.Symbol): readonly ts.Declaration[] {
  return symbol.declarations ?? [];
}

function isDeclaredType(node: ts.Declaration): boolean {
  return ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || isConstant(node);
}

// A type can mention a value, as in `typeof x`.
function isConstant(node: ts.Declaration): boolean {
  return ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
}

function byName(one: ts.Symbol, other: ts.Symbol): number {
  return one.name < other.name ? -1 : 1;
}
