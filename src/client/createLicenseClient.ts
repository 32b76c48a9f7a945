import type { License } from '../license/License.js';
import { isCheckFailure, isLicenseError, LicenseError } from '../license/LicenseError.js';
import type { EntitlementRoutes } from '../license/entitlements.js';
import { createLicenseMemory, type LicenseMemory } from './createLicenseMemory.js';
import { createLicenseRecord } from './createLicenseRecord.js';
import { createEmitter } from '../lib/createEmitter.js';
import { createServerClock, type ServerClock } from './createServerClock.js';
import { fetchLicense } from './fetchLicense.js';
import { isFinal } from './pollInterval.js';
import { isSomebodyWaiting } from './isSomebodyWaiting.js';
import type { Tabs } from './joinTabs.js';
import { type LicenseClientOptions, validateOptions } from './validateOptions.js';
import type { Outcome } from './tabMessages.js';

/** Asks one Alexandria API for its license on behalf of one person, and keeps its clock. */
export type LicenseClient = {
  /** As it was given. */
  readonly baseUrl: string;
  /** As it was given. */
  readonly scope: string;
  /** @internal Tells this client from every other one; random. */
  readonly id: string;
  /** What time it is for the API. */
  readonly clock: ServerClock;
  /** @internal What is remembered between visits. */
  readonly memory: LicenseMemory;
  /** @internal The documented routes, and those of the host. */
  readonly entitlementRoutes: EntitlementRoutes;
  /** The last good answer; `null` before the first, after a 403, and after {@link LicenseClient.forget}. */
  license(): License | null;
  /**
   * Drops the license, and what is remembered of it, as is due when the person signs out; a check that is under way ends as
   * `unauthorized`. Take the provider from the page, or give it the client of the next session: it would go on asking.
   */
  forget(): void;
  /** @internal How often it has been told to forget: what a page holds of an earlier session is of nobody. */
  sessions(): number;
  /** @internal Notes how to drop what `holder`, such as a query client, holds of the license. */
  isHeldBy(holder: object, drop: () => void): void;
  /** Has the license read again at once, as when the session is back. */
  requestCheck(): void;
  /**
   * The same, unless the API has asked for patience or the session has ended: for events that only suggest that something has changed. What
   * another tab has read a moment ago may do, unless it is news that only this tab has.
   * @internal
   */
  suggestCheck(isNews?: boolean): void;
  /** @internal Notes that a renewal was watched that took the place of `former`: some replicas may answer with it for a while. */
  replace(former: License): void;
  /** @internal Whether the API wants no more requests, or none before a time that isn't over. */
  isHeldBack(): boolean;
  /** @internal What has become of the checks, which are counted from 1. */
  checks(): {
    /** How many have begun. */
    readonly begun: number;
    /** Which has ended last. */
    readonly ended: number;
    /** Which was answered last. */
    readonly answered: number;
  };
  /** @internal Calls `listener` for each such request; returns the undo. `mayWait`: nobody waits for what it brings. */
  onCheckRequested(listener: (mayWait: boolean) => void): () => void;
  /** @internal How many checks have failed in a row. */
  failures(): number;
  /** @internal Shares what is read with other tabs of the browser, and has `check` ask them first; returns the undo. */
  share(tabs: Tabs): () => void;
  /** @internal Whether another tab polls. */
  follows(): boolean;
  /** @internal Has the next check ask the API itself, whatever other tabs know. */
  insist(): void;
  /** @internal Takes in what another tab has read or has failed to; `false` where this one knows something newer. */
  take(outcome: Outcome): boolean;
  /** @internal What the last check has brought, as of now, where it is not older than 30 s; else `null`, and a check begins. */
  tell(): Outcome | null;
  /**
   * One `GET /admin/license`, or what another tab knows or is about to know. Of two answers the one that was asked for later stays.
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
  const { baseUrl, scope, credentials, timeoutMs } = validateOptions(options);
  const { authorization, storage } = options;
  const clock = createServerClock();
  const memory = createLicenseMemory(baseUrl, scope, () => (storage === undefined ? (globalThis.localStorage ?? null) : storage));
  const record = createLicenseRecord(clock, memory);
  const pollers = createEmitter<[mayWait: boolean]>();
  const holders = new Map<object, () => void>();
  const tabs = new Set<Tabs>();
  const checks = { begun: 0, ended: 0, answered: 0 };
  let [sessions, underWay] = [0, 0];
  let insists = false;

  const drop = () => {
    for (const dropCopy of holders.values()) dropCopy();
    record.drop();
  };
  const leads = () => [...tabs].some((each) => each.leads());
  const askTabs = async () => {
    const [first] = tabs;
    return first === undefined || leads() ? null : first.ask(timeoutMs);
  };
  const tellTabs = (tell: (each: Tabs) => void) => tabs.forEach(tell);
  const fail = (error: LicenseError): never => {
    record.fail(error);
    throw error;
  };
  // The license of an answer, or the one of a newer answer that has come meanwhile.
  const newest = (askedAt: number): License | null => (record.isOutdated(askedAt) ? record.license() : null);

  return {
    baseUrl,
    scope,
    id: Math.random().toString(36).slice(2),
    clock,
    memory,
    entitlementRoutes: options.entitlementRoutes ?? {},
    license: record.license,
    forget() {
      sessions += 1;
      record.forgive();
      drop();
    },
    sessions: () => sessions,
    isHeldBy: (holder, dropCopy) => holders.set(holder, dropCopy),
    requestCheck() {
      insists = true;
      pollers.emit(false);
    },
    suggestCheck(isNews = false) {
      if (record.isHeldBack()) return;
      insists ||= isNews;
      pollers.emit(isNews && !isSomebodyWaiting());
    },
    replace: record.replace,
    isHeldBack: record.isHeldBack,
    onCheckRequested: pollers.subscribe,
    checks: () => checks,
    failures: record.failures,
    share(joined) {
      tabs.add(joined);
      return () => tabs.delete(joined);
    },
    follows: () => tabs.size > 0 && !leads(),
    insist: () => {
      insists = true;
    },
    take(outcome) {
      if (record.isOutdated('failure' in outcome ? outcome.askedAt : outcome.answer.askedAt)) return false;
      if ('failure' in outcome) record.fail(outcome.failure);
      else record.take(outcome.answer);
      return true;
    },
    tell() {
      const outcome = record.outcome();
      if (outcome === null && underWay === 0 && !record.isHeldBack()) pollers.emit(false);
      return outcome;
    },
    async check(signal) {
      const session = sessions;
      const checkSession = () => {
        if (session !== sessions) throw new LicenseError('unauthorized', 'The session has ended while the license was read.');
      };
      // Whoever starts the first check joins the tabs in the same turn.
      await null;
      const insisted = insists;
      insists = false;
      const heard = insisted ? null : await askTabs();
      signal?.throwIfAborted();
      checkSession();
      if (heard !== null && 'failure' in heard) return newest(heard.askedAt) ?? fail(heard.failure);
      if (heard !== null) return newest(heard.answer.askedAt) ?? record.take(heard.answer);

      checks.begun += 1;
      underWay += 1;
      const { begun } = checks;
      // Within a millisecond, by their order.
      const askedAt = Date.now() + (begun % 1_000) / 1_000;
      const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
      tellTabs((each) => each.tellAsking());
      try {
        const received = await fetchLicense({ url: `${baseUrl}/admin/license`, fetch, credentials, timeoutMs, authorization }, signal);
        checkSession();
        checks.ended = checks.answered = Math.max(begun, checks.answered);
        const newer = newest(askedAt);
        if (newer !== null) return newer;
        const answer = { ...received, askedAt };
        if (!record.isReplaced(answer)) tellTabs((each) => each.tell({ answer }));
        return record.take(answer);
      } catch (error) {
        if (!isLicenseError(error)) throw error;
        if (session !== sessions) throw error;
        checks.ended = Math.max(begun, checks.ended);
        const newer = isFinal(error) ? null : newest(askedAt);
        if (newer !== null) return newer;
        if (error.code === 'forbidden') drop();
        // Whether a session may see the license is a matter of this tab alone.
        if (isCheckFailure(error.code) && !isFinal(error)) tellTabs((each) => each.tell({ failure: error, askedAt }));
        return fail(error);
      } finally {
        underWay -= 1;
      }
    },
  };
}
