import type { Page } from 'playwright';
import type { Alexandria } from '../../mocks/startAlexandria.js';

/** The APIs behind a host's page. */
export type Apis = {
  /** The API of most hosts, below `/api` and any other prefix. */
  readonly first: Alexandria;
  /** The API below `/america`, for the host with two gateways. */
  readonly second: Alexandria;
};

/** A column of the table that a visit checks. */
export type Sight = 'banner' | 'panel' | '402';

/** The problem in each column. A column without a problem is absent. */
export type Wrongs = Partial<Record<Sight, string>>;

/** A dashboard that uses the package as the README describes. */
export type Host = {
  readonly name: string;
  /** The folder of its sources. Default: `name`. */
  readonly sources?: string;
  /** Versions that replace those in its package.json. */
  readonly pins?: Readonly<Record<string, string>>;
  /** Packages whose versions the table shows. */
  readonly versions: readonly string[];
  /** The build's folder of static files; `null` if the host has its own server. */
  readonly site: string | null;
  /** Files to overwrite for a build without the package, if removing the package alone is not enough. */
  readonly without?: Readonly<Record<string, string>>;
  /** Checks the open page as a user would. */
  readonly visit: (page: Page, apis: Apis) => Promise<Wrongs>;
};
