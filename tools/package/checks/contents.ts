import { homedir, tmpdir } from 'node:os';
import { posix, resolve } from 'node:path';
import type { Check } from '../Check.js';
import type { InstalledPackage } from '../installPackage.js';

const ROOT = resolve(import.meta.dirname, '../../..');

const BESIDE_DIST = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'docs/contract.md', 'docs/verifier.md', 'docs/embedding.md'];
// Link targets outside the tarball: documents for maintainers, and pictures that only the repository shows.
const IN_THE_PROJECT = [
  'CONTRIBUTING.md',
  'etc/license-ui.api.md',
  'docs/sentences',
  ...['license', 'notice', 'renewal', 'phone'].map((name) => `docs/images/${name}.png`),
];
const PUBLISHED = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^docs\/[a-z-]+\.md$/,
  /^dist\/(styles(\.layer)?\.css|css\.d\.ts)$/,
  /^dist\/(src|mocks)\/(?!bin\/)([\w-]+\/)*\w+\.(js|js\.map|d\.ts)$/,
];

/** Checks the files of the tarball, and their contents. */
export const contentChecks: readonly Check[] = [
  {
    name: 'the tarball contains only the build and its documents',
    wrong: ({ files }) => [
      ...BESIDE_DIST.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
      ...files.filter((file) => !PUBLISHED.some((pattern) => pattern.test(file))).map((file) => `${file} does not belong there`),
    ],
  },
  {
    // Apps debug the package in its TypeScript source. Declarations have no map, because their sources are not in the tarball.
    name: 'each module has a source map that contains its source',
    wrong: (installed) =>
      installed.files.filter((file) => file.endsWith('.js')).flatMap((file) => wrongMap(installed, file).map((why) => `${file}: ${why}`)),
  },
  {
    name: 'no declaration contains an internal symbol',
    wrong: (installed) => installed.files.filter((file) => file.endsWith('.d.ts') && installed.read(file).includes('@internal')),
  },
  {
    name: 'no file contains a path of the build machine',
    wrong: (installed) => {
      const machine = [ROOT, homedir(), tmpdir()].filter((path) => path !== '/').map((path) => `${path}/`);
      return installed.files.flatMap((file) => {
        const text = installed.read(file);
        const found = machine.find((path) => text.includes(path)) ?? /file:\/\/\/|\/(home|Users)\/\w+|[A-Z]:\\\\?Users/.exec(text)?.[0];
        return found === undefined ? [] : [`${file} contains ${found}`];
      });
    },
  },
  {
    name: 'every link target in the documents exists',
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
