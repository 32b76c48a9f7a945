import { homedir, tmpdir } from 'node:os';
import { posix, resolve } from 'node:path';
import type { Check } from '../Check.js';
import type { InstalledPackage } from '../installPackage.js';

const ROOT = resolve(import.meta.dirname, '../../..');

const BESIDE_DIST = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'docs/contract.md', 'docs/verifier.md', 'docs/embedding.md'];
// What the documents link to for those who work on the package, and the pictures, which are shown where the project is.
const IN_THE_PROJECT = [
  'CONTRIBUTING.md',
  'etc/license-ui.api.md',
  'docs/sentences',
  'docs/images/expiring-light.png',
  'docs/images/grace-dark.png',
];
const PUBLISHED = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^docs\/[a-z-]+\.md$/,
  /^dist\/(styles(\.layer)?\.css|css\.d\.ts)$/,
  /^dist\/(src|mocks)\/(?!bin\/)([\w-]+\/)*\w+\.(js|js\.map|d\.ts)$/,
];

/** What is in the tarball, and what its files hold. */
export const contentChecks: readonly Check[] = [
  {
    name: 'the tarball holds the build, its documents, and nothing else',
    wrong: ({ files }) => [
      ...BESIDE_DIST.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
      ...files.filter((file) => !PUBLISHED.some((pattern) => pattern.test(file))).map((file) => `${file} has no business there`),
    ],
  },
  {
    // A page with the package in it is debugged in the package's own TypeScript; declarations have no map, since it would point at sources
    // that are not there.
    name: 'each module has a source map with its source in it',
    wrong: (installed) =>
      installed.files.filter((file) => file.endsWith('.js')).flatMap((file) => wrongMap(installed, file).map((why) => `${file}: ${why}`)),
  },
  {
    name: 'no declaration shows what only the package itself uses',
    wrong: (installed) => installed.files.filter((file) => file.endsWith('.d.ts') && installed.read(file).includes('@internal')),
  },
  {
    name: 'no file names a path of the machine that built it',
    wrong: (installed) => {
      const machine = [ROOT, homedir(), tmpdir()].filter((path) => path !== '/').map((path) => `${path}/`);
      return installed.files.flatMap((file) => {
        const text = installed.read(file);
        const found = machine.find((path) => text.includes(path)) ?? /file:\/\/\/|\/(home|Users)\/\w+|[A-Z]:\\\\?Users/.exec(text)?.[0];
        return found === undefined ? [] : [`${file} holds ${found}`];
      });
    },
  },
  {
    name: 'what the documents link to is there',
    wrong: (installed) =>
      installed.files
        .filter((file) => file.endsWith('.md'))
        .flatMap((file) =>
          [...installed.read(file).matchAll(/\]\(([\w./-]+)[)#]/g)]
            .map(([, target = '']) => posix.join(posix.dirname(file), target))
            .filter((target) => !IN_THE_PROJECT.includes(target) && !installed.files.includes(target))
            .map((target) => `${file} links to ${target}`),
        ),
  },
];

function wrongMap(installed: InstalledPackage, file: string): readonly string[] {
  const url = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(installed.read(file))?.[1];
  if (url === undefined) return ['names no source map'];
  const map = posix.join(posix.dirname(file), url);
  if (!installed.files.includes(map)) return [`its source map ${url} is missing`];
  const { sources, sourcesContent } = JSON.parse(installed.read(map));
  const count = Array.isArray(sources) ? sources.length : 0;
  const contents: readonly unknown[] = Array.isArray(sourcesContent) ? sourcesContent : [];
  return count > 0 && contents.length === count && contents.every((text) => typeof text === 'string' && text !== '')
    ? []
    : ['its source map has no source in it'];
}
