import type { InstalledPackage } from './installPackage.js';

/** A rule for the published package. */
export type Check = {
  /** The rule, as a sentence. */
  readonly name: string;
  /** Whether the check is too slow for the tests. `npm run package` runs every check. */
  readonly slow?: boolean;
  /** Returns the problems, one line each. */
  readonly wrong: (installed: InstalledPackage) => readonly string[] | Promise<readonly string[]>;
};
