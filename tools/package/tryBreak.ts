import { rmSync } from 'node:fs';
import type { PackageBreak } from './breaks.js';
import { CHECKS } from './checks.js';
import { copyPackage, type InstalledPackage, readPackage } from './installPackage.js';

/** Applies a defect to a copy of the package. Returns the problems that the defect's check reports. */
export async function tryBreak(installed: InstalledPackage, { name, caughtBy, apply }: PackageBreak): Promise<readonly string[]> {
  const check = CHECKS.find((each) => each.name === caughtBy);
  if (check === undefined) throw new Error(`"${name}": there is no check "${caughtBy}".`);
  const copy = copyPackage(installed);
  try {
    apply(copy);
    return await check.wrong(readPackage(copy.host));
  } finally {
    rmSync(copy.host, { recursive: true });
  }
}
