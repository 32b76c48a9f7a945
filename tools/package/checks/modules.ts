import { demoPrivateKey } from '../../../mocks/demoKey.js';
import type { Check } from '../Check.js';
import type { InstalledPackage } from '../installPackage.js';
import { isClientModule, moduleEntries, packageOf, reach } from '../moduleGraph.js';

const REACT = ['react', 'react-dom', '@tanstack/react-query'];
const WITH_DEMO_KEY = ['./mocks', './mocks/server'];

/** Checks what the modules of the package import, directly or indirectly. */
export const moduleChecks: readonly Check[] = [
  {
    // Only entries need the directive, because apps cannot import other modules. Elsewhere it only causes bundler warnings.
    name: "an entry begins with 'use client' if and only if it imports React",
    wrong: (installed) =>
      moduleEntries(installed, 'default').flatMap(([entry, file]) => {
        const usesReact = packagesOf(installed, file, 'static').some((name) => REACT.includes(name));
        if (usesReact === isClientModule(installed.read(file))) return [];
        return [
          usesReact ? `${entry} imports React without 'use client'` : `${entry} has 'use client', so a server could not call its exports`,
        ];
      }),
  },
  {
    name: '. imports jose only dynamically',
    wrong: (installed) => [
      ...(importsAny(installed, '.', 'static', ['jose']) ? ['. imports jose statically'] : []),
      ...(importsAny(installed, '.', 'all', ['jose']) ? [] : ['. does not import jose at all: is the renewal missing?']),
    ],
  },
  {
    name: './testing imports neither a testing library nor msw',
    wrong: (installed) =>
      packagesOf(installed, moduleEntries(installed, 'default').find(([entry]) => entry === './testing')?.[1] ?? '', 'all')
        .filter((name) => !['react', '@tanstack/react-query', 'jose'].includes(name))
        .map((name) => `./testing imports ${name}`),
  },
  {
    name: './verifier and ./client import neither React nor React Query',
    wrong: (installed) =>
      ['./verifier', './client']
        .filter((entry) => importsAny(installed, entry, 'all', REACT))
        .map((entry) => `${entry} imports React or React Query`),
  },
  {
    name: 'only the mocks import msw, and only ./mocks/server imports Node',
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
    name: 'only the mocks contain the demo key',
    wrong: (installed) =>
      moduleEntries(installed, 'default').flatMap(([entry, file]) => {
        const code = [...reach(installed, file, 'all').files].map((each) => installed.read(each)).join('\n');
        const holds = [demoPrivateKey.x, demoPrivateKey.d].some((part) => part !== undefined && code.includes(part));
        return holds === WITH_DEMO_KEY.includes(entry)
          ? []
          : [`${entry} ${holds ? 'contains it' : 'does not contain it: does this check still work?'}`];
      }),
  },
  {
    name: 'every imported package is declared',
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
    name: 'no declaration mentions query-core or Node',
    wrong: (installed) =>
      installed.files
        .filter((file) => file.endsWith('.d.ts'))
        .flatMap((file) => {
          const found = /query-core|\bNodeJS\.|['"]node:\w+|<reference /.exec(installed.read(file))?.[0];
          return found === undefined ? [] : [`${file} mentions ${found}`];
        }),
  },
];

function packagesOf(installed: InstalledPackage, file: string, follow: 'static' | 'all'): readonly string[] {
  return [...reach(installed, file, follow).packages].map(packageOf);
}

function importsAny(installed: InstalledPackage, entry: string, follow: 'static' | 'all', names: readonly string[]): boolean {
  const file = moduleEntries(installed, 'default').find(([name]) => name === entry)?.[1];
  return file !== undefined && packagesOf(installed, file, follow).some((name) => names.includes(name));
}
