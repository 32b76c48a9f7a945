import type { Page } from 'playwright';
import type { Alexandria } from '../../mocks/startAlexandria.js';

/** The APIs behind a host's page. */
export type Apis = {
  /** Where most hosts look: `/api`, and any other prefix. */
  readonly first: Alexandria;
  /** Below `/america`, for the host that shows two. */
  readonly second: Alexandria;
};

/** What is looked at in a page. */
export type Sight = 'banner' | 'panel' | '402';

/** What was wrong with each of them; nothing for what is as it should be. */
export type Wrongs = Partial<Record<Sight, string>>;

/** A dashboard that uses the package as its README says. */
export type Host = {
  readonly name: string;
  /** The folder of its sources. Default: that of its name. */
  readonly sources?: string;
  /** Other versions than the sources name. */
  readonly pins?: Readonly<Record<string, string>>;
  /** Whose versions the table names. */
  readonly versions: readonly string[];
  /** Where the build puts what a web server serves; `null` where the host is a server by itself. */
  readonly site: string | null;
  /** Files that the same dashboard has without the package, where leaving it out takes more than leaving it out. */
  readonly without?: Readonly<Record<string, string>>;
  /** Looks at the page, which is open, as a person would. */
  readonly visit: (page: Page, apis: Apis) => Promise<Wrongs>;
};
