import { demoPrivateKey } from '../../../mocks/demoKey.js';
import type { Check } from '../Check.js';
import type { InstalledPackage } from '../installPackage.js';
import { isClientModule, moduleEntries, packageOf, reach } from '../moduleGraph.js';

const REACT = ['react', 'react-dom', '@tanstack/react-query'];
const WITH_DEMO_KEY = ['./mocks', './mocks/server'];

/** What the modules of the package import, and what they must not come to. */
export const moduleChecks: readonly Check[] = [
  {
    // The entry alone: no other module of React's can be imported by a host, and a directive in each would be a warning of the bundler's for each.
    name: "an entry begins with 'use client' exactly when it comes to React",
    wrong: (installed) =>
      moduleEntries(installed, 'default').flatMap(([entry, file]) => {
        const usesReact = packagesOf(installed, file, 'static').some((name) => REACT.includes(name));
        if (usesReact === isClientModule(installed.read(file))) return [];
        return [usesReact ? `${entry} comes to React without it` : `${entry} has it, and a server could not call what it exports`];
      }),
  },
  {
    name: '. comes to jose by a dynamic import, and by no other',
    wrong: (installed) => [
      ...(comesTo(installed, '.', 'static', ['jose']) ? ['. imports jose statically'] : []),
      ...(comesTo(installed, '.', 'all', ['jose']) ? [] : ['. comes to no jose at all: has the renewal gone?']),
    ],
  },
  {
    name: './verifier and ./client come to no React and no React Query',
    wrong: (installed) =>
      ['./verifier', './client'].filter((entry) => comesTo(installed, entry, 'all', REACT)).map((entry) => `${entry} comes to React`),
  },
  {
    name: 'msw is imported by the mocks alone, Node by ./mocks/server alone',
    wrong: (installed) =>
      moduleEntries(installed, 'default').flatMap(([entry, file]) => {
        const packages = packagesOf(installed, file, 'all');
        return [
          ...(packages.includes('msw') && !WITH_DEMO_KEY.includes(entry) ? [`${entry} imports msw`] : []),
          ...(packages.some((name) => name.startsWith('node:')) && entry !== './mocks/server' ? [`${entry} imports Node`] : []),
        ];
      }),
  },
  {
    name: 'the demo key is in the mocks alone',
    wrong: (installed) =>
      moduleEntries(installed, 'default').flatMap(([entry, file]) => {
        const code = [...reach(installed, file, 'all').files].map((each) => installed.read(each)).join('\n');
        const holds = [demoPrivateKey.x, demoPrivateKey.d].some((part) => part !== undefined && code.includes(part));
        return holds === WITH_DEMO_KEY.includes(entry)
          ? []
          : [`${entry} ${holds ? 'holds it' : 'no longer holds it: is this check blind?'}`];
      }),
  },
  {
    name: 'what is imported is declared',
    wrong: (installed) => {
      const declared = [...Object.keys(installed.manifest.dependencies), ...Object.keys(installed.manifest.peerDependencies)];
      return (['default', 'types'] as const).flatMap((condition) =>
        moduleEntries(installed, condition).flatMap(([entry, file]) =>
          packagesOf(installed, file, 'all')
            .filter((name) => !name.startsWith('node:') && !declared.includes(name))
            .map((name) => `${entry} (${condition}) imports ${name}`),
        ),
      );
    },
  },
  {
    name: 'no declaration speaks of query-core, or of Node',
    wrong: (installed) =>
      installed.files
        .filter((file) => file.endsWith('.d.ts'))
        .flatMap((file) => {
          const found = /query-core|\bNodeJS\.|['"]node:\w+|<reference /.exec(installed.read(file))?.[0];
          return found === undefined ? [] : [`${file} says ${found}`];
        }),
  },
];

function packagesOf(installed: InstalledPackage, file: string, follow: 'static' | 'all'): readonly string[] {
  return [...reach(installed, file, follow).packages].map(packageOf);
}

function comesTo(installed: InstalledPackage, entry: string, follow: 'static' | 'all', names: readonly string[]): boolean {
  const file = moduleEntries(installed, 'default').find(([name]) => name === entry)?.[1];
  return file !== undefined && packagesOf(installed, file, follow).some((name) => names.includes(name));
}
