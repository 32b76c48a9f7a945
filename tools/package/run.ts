import { statSync } from 'node:fs';
import { PACKAGE_BREAKS } from './breaks.js';
import { CHECKS } from './checks.js';
import { copyPackage, installPackage, packProject, removePackage } from './installPackage.js';
import { tryBreak } from './tryBreak.js';
import { readOptions } from '../support/readOptions.js';

const HELP = `Packs the project, installs the tarball into an empty app, and checks it: files, modules, types, publint, attw, bundles.

  npm run package -- [--self-test]

  --self-test   applies every defect of breaks.ts to a copy, and fails if a check misses one`;

const values = readOptions(HELP, { 'self-test': { type: 'boolean', default: false } });
let failed = 0;
const print = (right: boolean, name: string, lines: readonly string[]) => {
  if (!right) failed += 1;
  console.log([`${right ? 'ok    ' : 'FAILED'}  ${name}`, ...lines.map((line) => `          ${line}`)].join('\n'));
};

const tarball = packProject();
try {
  // Checks run on a copy, like the defects. If copying alone broke a check, the self-test would prove nothing.
  const installed = copyPackage(installPackage(tarball));
  for (const { name, wrong } of CHECKS) {
    const lines = await wrong(installed);
    print(lines.length === 0, name, lines);
  }
  if (values['self-test']) {
    console.log('\ndefect → the check that must detect it');
    for (const each of PACKAGE_BREAKS) {
      const lines = await tryBreak(installed, each);
      print(lines.length > 0, `${each.name} → ${each.caughtBy}`, lines.slice(0, 1));
    }
  } else {
    console.log('');
    for (const file of installed.files) console.log(`${String(installed.size(file)).padStart(8)}  ${file}`);
  }
  const unpacked = installed.files.reduce((sum, file) => sum + installed.size(file), 0);
  console.log(
    `\n${installed.files.length} files, ${kilobytes(statSync(tarball).size)} packed, ${kilobytes(unpacked)} unpacked; ${failed} failed`,
  );
} finally {
  removePackage(tarball);
}
process.exitCode = failed === 0 ? 0 : 1;

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
