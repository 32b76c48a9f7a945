import { type BuildOptions, build, type Metafile, type OutputFile, type Plugin } from 'esbuild';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import manifest from '../../package.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
const ENTRY = '<stdin>';

/** Bytes, minified and compressed. */
export type Size = { readonly min: number; readonly gzip: number; readonly brotli: number };

/** The size of a bundle, and the minified bytes of each module in it. */
export type Bundle = { readonly size: Size; readonly modules: readonly { readonly module: string; readonly min: number }[] };

/** Build options for our package and the alternatives. */
const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  format: 'esm',
  legalComments: 'none',
  write: false,
  metafile: true,
  outdir: ROOT,
  define: { 'process.env.NODE_ENV': '"production"' },
  external: [...Object.keys(manifest.peerDependencies), 'node:*'],
} as const satisfies BuildOptions;

const LEAVE_OUT_ON_DEMAND: Plugin = {
  name: 'leave out dynamic imports',
  setup: ({ onResolve }) => onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : null)),
};

/** Returns the file of an entry of the package, such as `./client`, relative to the project's root. */
export function fileOf(entry: string): string {
  const found = Object.entries(manifest.exports).find(([name]) => name === entry)?.[1];
  if (found === undefined) throw new Error(`package.json exports no ${entry}.`);
  return typeof found === 'string' ? found : found.default;
}

/** Returns code that re-exports names from entries of the package. */
export function importing(of: Readonly<Record<string, '*' | readonly string[]>>): string {
  return Object.entries(of)
    .map(([entry, names]) => `export ${names === '*' ? '*' : `{ ${names.join(', ')} }`} from '${fileOf(entry)}';`)
    .join('\n');
}

/** Bundles `code` into one file, without its dynamic imports. */
export async function bundle(code: string, external: readonly string[] = [], plugins: readonly Plugin[] = []): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    external: [...OPTIONS.external, ...external],
    stdin: { contents: code, resolveDir: ROOT, loader: 'tsx' },
    plugins: [LEAVE_OUT_ON_DEMAND, ...plugins],
  });
  return bundleOf(outputFiles, Object.values(metafile.outputs));
}

/** Bundles `code` with code splitting. Returns the first load, and what each dynamic import loads in addition, by module. */
export async function split(code: string): Promise<{ readonly first: Bundle; readonly onDemand: ReadonlyMap<string, Bundle> }> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    splitting: true,
    stdin: { contents: code, resolveDir: ROOT, loader: 'tsx' },
  });
  const outputs = Object.entries(metafile.outputs);
  const bundleAll = (paths: readonly string[]) =>
    bundleOf(
      outputFiles.filter(({ path }) => paths.some((each) => resolve(ROOT, each) === path)),
      paths.flatMap((path) => metafile.outputs[path] ?? []),
    );
  const start = outputs.find(([, { entryPoint }]) => entryPoint === ENTRY)?.[0];
  if (start === undefined) throw new Error('esbuild reports no output for the code.');
  const first = closure(metafile, start);
  const onDemand = outputs.flatMap(([path, { entryPoint }]) =>
    entryPoint === undefined || path === start
      ? []
      : [[entryPoint, bundleAll(closure(metafile, path).filter((each) => !first.includes(each)))] as const],
  );
  return { first: bundleAll(first), onDemand: new Map(onDemand) };
}

/** Returns the total size of files. Each file is compressed separately. */
export function sizeOf(files: readonly Uint8Array[]): Size {
  const sum = (of: (file: Uint8Array) => number) => files.reduce((total, file) => total + of(file), 0);
  return {
    min: sum(({ length }) => length),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  };
}

function bundleOf(files: readonly OutputFile[], outputs: readonly Metafile['outputs'][string][]): Bundle {
  const modules = outputs
    .flatMap(({ inputs }) => Object.entries(inputs).map(([module, { bytesInOutput }]) => ({ module, min: bytesInOutput })))
    .filter(({ min }) => min > 0)
    .sort((one, other) => other.min - one.min);
  return { size: sizeOf(files.map(({ contents }) => contents)), modules };
}

function closure({ outputs }: Metafile, path: string, seen: readonly string[] = []): readonly string[] {
  if (seen.includes(path)) return seen;
  const imports = outputs[path]?.imports ?? [];
  return imports
    .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
    .reduce((reached, each) => closure({ inputs: {}, outputs }, each.path, reached), [...seen, path] as readonly string[]);
}
