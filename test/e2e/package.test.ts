import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_BREAKS } from '../../tools/package/breaks.js';
import { CHECKS } from '../../tools/package/checks.js';
import { copyPackage, type InstalledPackage, installPackage, packProject, removePackage } from '../../tools/package/installPackage.js';
import { tryBreak } from '../../tools/package/tryBreak.js';

// `npm run package` runs the slow checks, and the breaks that only they would catch.
const quick = CHECKS.filter(({ slow }) => !slow);
const isQuick = (name: string) => quick.some((check) => check.name === name && !name.startsWith('TypeScript'));

let tarball: string;
let installed: InstalledPackage;
beforeAll(() => {
  tarball = packProject();
  // Tests a copy, because each broken package is a copy, too: copying alone must not make a check fail.
  installed = copyPackage(installPackage(tarball));
}, 120_000);
afterAll(() => removePackage(tarball));

describe('in the published package', () => {
  it.each(quick.map((check) => [check.name, check] as const))('%s', { timeout: 60_000 }, async (_, { wrong }) => {
    expect(await wrong(installed)).toEqual([]);
  });
});

describe('the package checks catch', () => {
  const noticed = PACKAGE_BREAKS.filter(({ caughtBy }) => isQuick(caughtBy));
  it.each(noticed.map((each) => [each.name, each] as const))('%s', { timeout: 30_000 }, async (_, each) => {
    expect(await tryBreak(installed, each)).not.toEqual([]);
  });
});
