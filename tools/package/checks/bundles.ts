import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as buildByEsbuild } from 'esbuild';
import { build as buildByVite } from 'vite';
import { panelMessages } from '../../../src/messages/en.js';
import type { Check } from '../Check.js';
import type { InstalledPackage } from '../installPackage.js';

/** A bundle: the paths of its modules, and its code and CSS. */
type Bundle = { readonly modules: readonly string[]; readonly code: string; readonly css: string };

const LATE = /\/react\/(panel|renewal)\//;
const PEERS = ['react', 'react/jsx-runtime', 'react-dom', '@tanstack/react-query'];

/** Checks that bundlers drop unused components and keep the CSS. */
export const bundleChecks: readonly Check[] = [
  {
    name: 'only the CSS has side effects',
    // webpack relies on `sideEffects`, and would drop CSS that it does not list.
    wrong: ({ manifest }) => {
      const sideEffects = JSON.stringify(manifest.sideEffects);
      return sideEffects === '["*.css"]' ? [] : [`sideEffects is ${sideEffects}`];
    },
  },
  {
    name: 'esbuild drops the panel from a page with a banner, and keeps the CSS',
    wrong: (installed) => wrongBundle(installed, byEsbuild),
  },
  {
    name: 'Vite drops the panel from a page with a banner, and keeps the CSS',
    slow: true,
    wrong: (installed) => wrongBundle(installed, byVite),
  },
];

async function wrongBundle(installed: InstalledPackage, bundle: typeof byEsbuild): Promise<readonly string[]> {
  const { name } = installed.manifest;
  const page = (names: string) => `import { ${names} } from '${name}';\nimport '${name}/styles.css';\nglobalThis.page = [${names}];\n`;
  const banner = await bundle(installed, page('LicenseBanner, LicenseProvider'));
  const panel = await bundle(installed, page('LicensePanel'));
  const words = Object.values(panelMessages).filter((text) => typeof text === 'string' && text.length > 20) as string[];
  return [
    ...banner.modules.filter((module) => LATE.test(module)).map((module) => `a page with a banner contains ${module}`),
    ...words.filter((text) => banner.code.includes(text)).map((text) => `a page with a banner contains “${text}”`),
    ...(banner.css.includes('data-license-part') ? [] : ['styles.css is lost']),
    // Proves that this check can find the panel.
    ...(panel.modules.some((module) => LATE.test(module)) && words.some((text) => panel.code.includes(text))
      ? []
      : ['a page with a panel has no panel in it']),
  ];
}

async function byEsbuild({ host }: InstalledPackage, contents: string): Promise<Bundle> {
  const { metafile, outputFiles } = await buildByEsbuild({
    stdin: { contents, resolveDir: host },
    absWorkingDir: host,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    outdir: 'out',
    external: PEERS,
    charset: 'utf8',
    logLevel: 'silent',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const textOf = (extension: string) =>
    outputFiles
      .filter(({ path }) => path.endsWith(extension))
      .map(({ text }) => text)
      .join('\n');
  return {
    modules: inputs.filter(([, input]) => input.bytesInOutput > 0).map(([module]) => module),
    code: textOf('.js'),
    css: textOf('.css'),
  };
}

async function byVite({ host }: InstalledPackage, contents: string): Promise<Bundle> {
  const input = join(host, 'page.js');
  writeFileSync(input, contents);
  const result = await buildByVite({
    root: host,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rollupOptions: { input, external: PEERS } },
  });
  const files = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const chunks = files.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  return {
    modules: chunks.flatMap(({ modules }) => Object.entries(modules).flatMap(([module, { code }]) => (code ? [module] : []))),
    code: chunks.map(({ code }) => code).join('\n'),
    css: files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [])).join('\n'),
  };
}
