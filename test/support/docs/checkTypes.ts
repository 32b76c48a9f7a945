import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import type { CodeBlock } from './codeBlocks.js';

const FOLDER = import.meta.dirname;
// The file on disk is a .txt, because a declaration file would make its names global in the whole project.
const HOST_NAMES = resolve(FOLDER, 'hostNames.d.ts');
// Maps package names in the documents to the installed versions.
const ALIASES = { ky: ['./node_modules/ky2'] };

/**
 * Type-checks the blocks in one program, each as its own module. Returns one line for each error, with the file and line of the document.
 * A block that starts with a comment such as `// license.ts` can be imported by that name.
 */
export function checkTypes(blocks: readonly CodeBlock[]): readonly string[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'));
  const hostNames = readFileSync(resolve(FOLDER, 'hostNames.txt'), 'utf8');
  const modules = new Map(
    blocks.map((block, index) => [
      resolve(FOLDER, /^\/\/ (\w+\.ts)\n/.exec(block.code)?.[1] ?? `snippet${index}.${block.language}`),
      block,
    ]),
  );
  if (modules.size < blocks.length) throw new Error('Two blocks have one name.');
  // `export {}` makes a block without imports a module, too.
  const texts = new Map([[HOST_NAMES, hostNames], ...[...modules].map(([path, { code }]) => [path, `${code}\nexport {};\n`] as const)]);
  const settings: ts.CompilerOptions = {
    ...options,
    noEmit: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
    isolatedModules: false,
    noPropertyAccessFromIndexSignature: false,
    paths: { ...options.paths, ...ALIASES },
  };
  const host = ts.createCompilerHost(settings);
  host.fileExists = (file) => texts.has(resolve(file)) || existsSync(file);
  host.readFile = (file) => texts.get(resolve(file)) ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    const text = texts.get(resolve(file));
    return text === undefined ? readSource(file, ...rest) : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...modules.keys(), HOST_NAMES], settings, host);
  return [...modules].flatMap(([path, { file, line }]) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ start = 0, messageText }) => {
      const at = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + line;
      return `${file}:${at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}
