import type { License } from '../contract/License.js';
import { isCheckFailure, isLicenseError, LicenseError } from '../contract/LicenseError.js';
import type { EntitlementRoutes } from '../contract/paymentClues.js';
import { licenseStatus } from '../status/licenseStatus.js';
import { isWarnedState } from '../status/warnedState.js';
import { createLicenseMemory, type LicenseMemory, type LicenseStorage } from './createLicenseMemory.js';
import { createListeners } from './createListeners.js';
import { createServerClock, type ServerClock } from './createServerClock.js';
import { agedBy, type DatedReport } from './datedReport.js';
import { fetchLicense } from './fetchLicense.js';
import type { Tabs } from './joinTabs.js';

/** Where the Alexandria API is, who asks, and how. */
export type LicenseClientOptions = {
  /** The API's base URL, path prefix included: `https://alexandria.example`, `/gateway`, or `''` for the page's own origin. */
  readonly baseUrl: string;
  /** Who is signed in, such as a user id; keeps what is cached for one person from another. Never the token. */
  readonly scope: string;
  /** The host's own fetch, which adds what the API needs. Default: the global one, looked up at each request. */
  readonly fetch?: typeof fetch;
  /** The value of the `Authorization` header, such as `Bearer …`. Asked for each request, sent to the base URL only, never kept. */
  readonly authorization?: () => string | null | Promise<string | null>;
  /** Default: `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Milliseconds until a check without a complete answer fails as `timeout`. Default: 10,000. */
  readonly timeoutMs?: number;
  /** Which of the host's routes need which entitlement, below the base URL; `/scim/v2/` stands for all below it. */
  readonly entitlementRoutes?: EntitlementRoutes;
  /**
   * Where the state, its expiry and whether the banner was put away are remembered between visits, and nothing else; `null`
   * for nowhere. Default: the browser's `localStorage`.
   */
  readonly storage?: LicenseStorage | null;
};

/** Asks one Alexandria API for its license on behalf of one person, and keeps its clock. */
export type LicenseClient = {
  readonly baseUrl: string;
  readonly scope: string;
  /** Tells this client from every other one; random. */
  readonly id: string;
  readonly clock: ServerClock;
  readonly memory: LicenseMemory;
  readonly entitlementRoutes: EntitlementRoutes;
  /** The last good answer; `null` before the first, after a 403, and after {@link LicenseClient.forget}. */
  license(): License | null;
  /**
   * Drops the license, and what is remembered of it, as is due when the person signs out; a check that is under way ends as
   * `unauthorized`. Take the provider from the page, or give it the client of the next session: it would go on asking.
   */
  forget(): void;
  /** Notes how to drop what `holder`, such as a query client, holds of the license. */
  isHeldBy(holder: object, drop: () => void): void;
  /** Asks whoever polls for this client to check at once. */
  requestCheck(): void;
  /** How many checks have begun, and which of them, counted from 1, has ended last, and was answered last. */
  checks(): { readonly begun: number; readonly ended: number; readonly answered: number };
  /** Calls `listener` for each such request; returns the undo. */
  onCheckRequested(listener: () => void): () => void;
  /** How many checks have failed in a row. */
  failures(): number;
  /** Shares what is read with the other tabs of the browser; `null` for none. Calls to `check` then ask them first. */
  share(tabs: Tabs | null): void;
  /** Whether another tab polls. */
  follows(): boolean;
  /** Has the next check ask the API itself, whatever other tabs know. */
  insist(): void;
  /** Takes in an answer that another tab has read. */
  take(answer: DatedReport): License;
  /** The last answer, as of now, where it is not older than 30 s. */
  latest(): DatedReport | null;
  /** Counts a failed check, also one of another tab. */
  fail(): void;
  /**
   * One `GET /admin/license`, or the fresh answer of another tab.
   * @throws {LicenseError} with a `CheckFailure` as its code; or the signal's reason when it aborts.
   */
  check(signal?: AbortSignal): Promise<License>;
};

/**
 * Creates the client that `LicenseProvider` and `licenseQueryOptions` take. Create one for each signed-in person.
 *
 * @throws {LicenseError} `invalid_option`, naming the option.
 * @example
 * const client = createLicenseClient({ baseUrl: '/api', scope: user.id, authorization: () => `Bearer ${session.token}` });
 */
export function createLicenseClient(options: LicenseClientOptions): LicenseClient {
  const { scope, credentials = 'same-origin', timeoutMs = 10_000, authorization } = options;
  const baseUrl = readBaseUrl(options.baseUrl);
  if (typeof scope !== 'string' || scope === '') throw invalid('scope', 'a non-empty string that names the person, never a token');
  if (!(timeoutMs > 0 && timeoutMs <= 600_000)) throw invalid('timeoutMs', 'milliseconds from 1 to 600,000');
  if (!['omit', 'same-origin', 'include'].includes(credentials)) throw invalid('credentials', 'omit, same-origin or include');
  for (const name of ['fetch', 'authorization'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'function') throw invalid(name, 'a function');
  }
  const clock = createServerClock();
  const { storage } = options;
  const memory = createLicenseMemory(baseUrl, scope, () => (storage === undefined ? (globalThis.localStorage ?? null) : storage));
  const holders = new Map<object, () => void>();
  let sessions = 0;
  let failures = 0;
  let license: License | null = null;
  let last: DatedReport | null = null;
  let tabs: Tabs | null = null;
  let insists = false;
  const take = (answer: DatedReport) => {
    last = answer;
    failures = 0;
    license = clock.observe(answer.report, answer.date);
    const { state } = licenseStatus(license, clock.now());
    const { expiresAt } = license;
    if (state !== 'unknown') memory.rememberState(isWarnedState(state) && expiresAt !== null ? { state, expiresAt } : null);
    return license;
  };
  const drop = () => {
    license = last = null;
    memory.clear();
    for (const dropCopy of holders.values()) dropCopy();
    clock.reset();
  };
  const pollers = createListeners();
  const checks = { begun: 0, ended: 0, answered: 0 };

  return {
    baseUrl,
    scope,
    id: Math.random().toString(36).slice(2),
    clock,
    memory,
    entitlementRoutes: options.entitlementRoutes ?? {},
    license: () => license,
    forget() {
      sessions += 1;
      drop();
    },
    isHeldBy: (holder, dropCopy) => holders.set(holder, dropCopy),
    requestCheck: pollers.tell,
    onCheckRequested: pollers.subscribe,
    checks: () => checks,
    failures: () => failures,
    share: (joined) => {
      tabs = joined;
    },
    follows: () => tabs !== null && !tabs.leads(),
    insist: () => {
      insists = true;
    },
    take,
    latest: () => {
      const age = clock.age.now();
      return last !== null && age !== null && age <= FRESH_MS ? agedBy(last, age) : null;
    },
    fail: () => {
      failures += 1;
    },
    async check(signal) {
      // Whoever starts the first check joins the tabs in the same turn.
      await null;
      const insisted = insists;
      insists = false;
      const known = insisted ? null : await tabs?.ask();
      signal?.throwIfAborted();
      if (known) return take(known);
      checks.begun += 1;
      const { begun } = checks;
      const session = sessions;
      const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
      const request = { url: `${baseUrl}/admin/license`, fetch, credentials, timeoutMs, authorization };
      try {
        const answer = await fetchLicense(request, signal);
        if (session !== sessions) throw new LicenseError('unauthorized', 'The session has ended while the license was read.');
        checks.ended = checks.answered = begun;
        tabs?.tellAnswer(answer);
        return take(answer);
      } catch (error) {
        if (!isLicenseError(error)) throw error;
        failures += 1;
        checks.ended = begun;
        if (error.code === 'forbidden') drop();
        // Whether a session may see the license is a matter of this tab alone.
        if (isCheckFailure(error.code) && error.code !== 'unauthorized' && error.code !== 'forbidden') tabs?.tellFailure(error.code);
        throw error;
      }
    },
  };
}

// Younger than this, an answer serves a tab that opens, or that gets the focus.
const FRESH_MS = 30_000;

function readBaseUrl(baseUrl: unknown): string {
  const expected = 'an http or https URL, a path that starts with a slash, or an empty string';
  if (typeof baseUrl !== 'string' || !/^($|\/(?!\/)|https?:\/\/)/i.test(baseUrl)) throw invalid('baseUrl', expected);
  let url: URL;
  try {
    url = new URL(baseUrl, 'https://origin.invalid');
  } catch {
    throw invalid('baseUrl', expected);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalid('baseUrl', 'a URL without user, password, query and fragment');
  }
  return baseUrl.replace(/\/+$/, '');
}

function invalid(option: string, expected: string): LicenseError {
  return new LicenseError('invalid_option', `createLicenseClient: ${option} must be ${expected}.`);
}
