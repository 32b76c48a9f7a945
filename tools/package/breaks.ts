import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { InstalledPackage } from './installPackage.js';

/** A defect of the published package, and the check that must detect it. */
export type PackageBreak = {
  readonly name: string;
  readonly caughtBy: string;
  /** Applies the defect to a copy of the package. */
  readonly apply: (copy: InstalledPackage) => void;
};

const INDEX = 'dist/src/index.js';
const CLIENT_TYPES = 'dist/src/client.d.ts';

/** Each of these must make its check fail. */
export const PACKAGE_BREAKS: readonly PackageBreak[] = [
  {
    name: 'a test file among `files`',
    caughtBy: 'the tarball contains only the build and its documents',
    apply: (copy) => write(copy, 'dist/test/client/time.test.js', 'export {};\n'),
  },
  {
    name: 'the demo in the build',
    caughtBy: 'the tarball contains only the build and its documents',
    apply: (copy) => write(copy, 'dist/demo/main.js', 'export {};\n'),
  },
  {
    name: 'no LICENSE',
    caughtBy: 'the tarball contains only the build and its documents',
    apply: (copy) => remove(copy, 'LICENSE'),
  },
  {
    name: 'source maps without sources',
    caughtBy: 'each module has a source map that contains its source',
    apply: (copy) => change(copy, `${INDEX}.map`, '"sourcesContent":[', '"noContent":['),
  },
  {
    name: 'a module without a source map',
    caughtBy: 'each module has a source map that contains its source',
    apply: (copy) => change(copy, INDEX, '//# sourceMappingURL=index.js.map', ''),
  },
  {
    name: 'a declaration of an internal member',
    caughtBy: 'no declaration contains an internal symbol',
    apply: (copy) => change(copy, CLIENT_TYPES, 'export', '/** @internal */\nexport'),
  },
  {
    name: 'an absolute path',
    caughtBy: 'no file contains a path of the build machine',
    apply: (copy) => change(copy, `${INDEX}.map`, '"sources":["', `"sources":["${resolve('src')}/`),
  },
  {
    name: 'a linked document that is not packed',
    caughtBy: 'every link target in the documents exists',
    apply: (copy) => remove(copy, 'docs/contract.md'),
  },
  {
    name: 'a document that links to a source file',
    caughtBy: 'every link target in the documents exists',
    apply: (copy) => append(copy, 'docs/theming.md', '\n[Tokens](../src/styles/tokens.css)\n'),
  },
  {
    name: 'a missing export file',
    caughtBy: 'each file in `exports` exists',
    apply: (copy) => remove(copy, 'dist/src/verifier.js'),
  },
  {
    name: 'an export that exists only in the declarations',
    caughtBy: 'Node finds exactly the declared exports in each entry',
    apply: (copy) => append(copy, CLIENT_TYPES, 'export declare const never: number;\n'),
  },
  {
    name: 'an import without its extension',
    caughtBy: 'Node finds exactly the declared exports in each entry',
    apply: (copy) => change(copy, 'dist/src/verifier.js', "verifyLicenseKey.js'", "verifyLicenseKey'"),
  },
  {
    name: 'a README that imports a missing entry',
    caughtBy: 'each import in the documents resolves to an export',
    apply: (copy) => append(copy, 'README.md', "\n```ts\nimport '@alexandria-ee/license-ui/adapters';\n```\n"),
  },
  {
    name: 'a document that imports a missing export',
    caughtBy: 'each import in the documents resolves to an export',
    apply: (copy) => append(copy, 'docs/verifier.md', "\n```ts\nimport { verify } from '@alexandria-ee/license-ui/verifier';\n```\n"),
  },
  {
    name: 'a public symbol that the consumer does not import',
    caughtBy: 'the type-checked host imports every public symbol',
    apply: (copy) => append(copy, CLIENT_TYPES, 'export type Untried = string;\n'),
  },
  {
    name: 'a changed signature',
    caughtBy: 'the public surface matches the report',
    apply: (copy) =>
      change(
        copy,
        'dist/src/react/payment-required/useEntitlement.d.ts',
        '(entitlement: EntitlementId)',
        '(entitlement: EntitlementId, eager: boolean)',
      ),
  },
  {
    name: 'a function without an example',
    caughtBy: 'each public function and component has an example',
    apply: (copy) => change(copy, 'dist/src/react/banner/LicenseBanner.d.ts', '@example', '@remarks'),
  },
  {
    name: "a dropped 'use client'",
    caughtBy: "an entry begins with 'use client' if and only if it imports React",
    apply: (copy) => change(copy, INDEX, "'use client';", ''),
  },
  {
    name: "a 'use client' after the imports",
    caughtBy: "an entry begins with 'use client' if and only if it imports React",
    apply: (copy) => {
      change(copy, INDEX, "'use client';", '');
      append(copy, INDEX, "\n'use client';\n");
    },
  },
  {
    name: "'use client' in ./client",
    caughtBy: "an entry begins with 'use client' if and only if it imports React",
    apply: (copy) => write(copy, 'dist/src/client.js', `'use client';\n${copy.read('dist/src/client.js')}`),
  },
  {
    name: 'a static import of jose in .',
    caughtBy: '. imports jose only dynamically',
    apply: (copy) => append(copy, 'dist/src/react/panel/LicensePanel.js', "\nimport 'jose';\n"),
  },
  {
    name: 'the verifier imported statically by the panel',
    caughtBy: '. imports jose only dynamically',
    apply: (copy) =>
      append(copy, 'dist/src/react/panel/LicensePanel.js', "\nexport { verifyLicenseKey } from '../../verifier/verifyLicenseKey.js';\n"),
  },
  {
    name: 'React in ./verifier',
    caughtBy: './verifier and ./client import neither React nor React Query',
    apply: (copy) => append(copy, 'dist/src/license/licenseStatus.js', "\nimport 'react';\n"),
  },
  {
    name: 'React Query in ./client',
    caughtBy: './verifier and ./client import neither React nor React Query',
    apply: (copy) => append(copy, 'dist/src/client/licenseQueryOptions.js', "\nimport { queryOptions } from '@tanstack/react-query';\n"),
  },
  {
    name: 'msw in ./verifier',
    caughtBy: 'only the mocks import msw, and only ./mocks/server imports Node',
    apply: (copy) => append(copy, 'dist/src/verifier.js', "\nimport 'msw';\n"),
  },
  {
    name: 'Node in ./mocks',
    caughtBy: 'only the mocks import msw, and only ./mocks/server imports Node',
    apply: (copy) => append(copy, 'dist/mocks/handlers.js', "\nimport 'node:fs';\n"),
  },
  {
    name: 'the demo key in .',
    caughtBy: 'only the mocks contain the demo key',
    apply: (copy) => append(copy, INDEX, "\nexport { demoPublicKey } from '../mocks/demoKey.js';\n"),
  },
  {
    name: 'an undeclared dependency',
    caughtBy: 'every imported package is declared',
    apply: (copy) => append(copy, 'dist/src/react/useWords.js', "\nimport 'use-sync-external-store/shim';\n"),
  },
  {
    name: 'a leaked type of query-core',
    caughtBy: 'no declaration mentions query-core or Node',
    apply: (copy) => append(copy, CLIENT_TYPES, "export type Leaked = import('@tanstack/query-core').QueryKey;\n"),
  },
  {
    name: 'a Node timer in a declaration',
    caughtBy: 'no declaration mentions query-core or Node',
    apply: (copy) => append(copy, CLIENT_TYPES, 'export type Leaked = NodeJS.Timeout;\n'),
  },
  {
    name: '`sideEffects: true`',
    caughtBy: 'only the CSS has side effects',
    apply: (copy) => change(copy, 'package.json', /"sideEffects": \[[^\]]*\]/, '"sideEffects": true'),
  },
  {
    name: '`sideEffects: false`',
    caughtBy: 'only the CSS has side effects',
    apply: (copy) => change(copy, 'package.json', /"sideEffects": \[[^\]]*\]/, '"sideEffects": false'),
  },
  {
    name: 'a styles.css without a rule',
    caughtBy: 'esbuild drops the panel from a page with a banner, and keeps the CSS',
    apply: (copy) => write(copy, 'dist/styles.css', ''),
  },
  {
    name: "the panel's words in the banner",
    caughtBy: 'esbuild drops the panel from a page with a banner, and keeps the CSS',
    apply: bannerWith("import { panelMessages } from '../../messages/en.js';", 'panelMessages'),
  },
  {
    name: 'the panel in the banner',
    caughtBy: 'Vite drops the panel from a page with a banner, and keeps the CSS',
    apply: bannerWith("import { LicensePanel } from '../panel/LicensePanel.js';", 'LicensePanel'),
  },
  {
    name: '`types` after `default`',
    caughtBy: 'publint reports nothing',
    apply: (copy) =>
      change(
        copy,
        'package.json',
        /("types": "\.\/dist\/src\/client\.d\.ts"),(\s*)("default": "\.\/dist\/src\/client\.js")/,
        (_, types, space, code) => `${code},${space}${types}`,
      ),
  },
  {
    name: 'CommonJS in a module',
    caughtBy: 'publint reports nothing',
    apply: (copy) => write(copy, 'dist/src/client.js', 'module.exports = {};\n'),
  },
  {
    name: 'a declaration that imports without an extension',
    caughtBy: 'attw reports nothing',
    apply: (copy) => change(copy, CLIENT_TYPES, "createLicenseClient.js'", "createLicenseClient'"),
  },
  {
    name: 'a declaration that only a newer TypeScript accepts',
    caughtBy: 'TypeScript 5.4 accepts the types, nodenext, exactOptionalPropertyTypes off',
    apply: (copy) => append(copy, CLIENT_TYPES, 'export type Newer = Uint8Array<ArrayBuffer>;\n'),
  },
  {
    name: 'CSS without a declaration',
    caughtBy: 'TypeScript 6.0 accepts the types, bundler, exactOptionalPropertyTypes on',
    apply: (copy) => change(copy, 'package.json', /"types": "\.\/dist\/css\.d\.ts",/g, ''),
  },
  {
    name: 'a declaration that needs exactOptionalPropertyTypes off',
    caughtBy: 'TypeScript 6.0 accepts the types, bundler, exactOptionalPropertyTypes on',
    apply: (copy) =>
      append(
        copy,
        CLIENT_TYPES,
        'interface Wide { port?: number | undefined }\ninterface Narrow { port?: number }\nexport interface Both extends Narrow, Wide {}\n',
      ),
  },
  {
    name: 'an optional prop that became required',
    caughtBy: 'TypeScript 6.0 accepts the types, bundler, exactOptionalPropertyTypes on',
    apply: (copy) =>
      change(
        copy,
        'dist/src/payment-required/adapters/watchPaymentRequired.d.ts',
        'readonly isBackground?:',
        'readonly route: string;\n    readonly isBackground?:',
      ),
  },
];

function bannerWith(statement: string, name: string) {
  return (copy: InstalledPackage) =>
    append(copy, 'dist/src/react/banner/LicenseBanner.js', `\n${statement}\nglobalThis.banner = ${name};\n`);
}

function write({ folder }: InstalledPackage, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function append(copy: InstalledPackage, file: string, text: string): void {
  write(copy, file, `${copy.read(file)}\n${text}`);
}

function remove({ folder }: InstalledPackage, file: string): void {
  rmSync(join(folder, file));
}

type Replacement = string | ((...found: string[]) => string);

function change(copy: InstalledPackage, file: string, from: string | RegExp, to: Replacement): void {
  const text = copy.read(file);
  const changed = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to);
  if (changed === text) throw new Error(`${file} no longer contains the text that the defect replaces.`);
  write(copy, file, changed);
}
