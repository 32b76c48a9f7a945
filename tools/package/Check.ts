import type { InstalledPackage } from './installPackage.js';

/** A rule for the package as it is published. */
export type Check = {
  /** The rule, as a sentence. */
  readonly name: string;
  /** Whether it takes too long for `npm test`; `npm run package` runs all. */
  readonly slow?: boolean;
  /** What is wrong with the package, a line each. */
  readonly wrong: (installed: InstalledPackage) => readonly string[] | Promise<readonly string[]>;
};
