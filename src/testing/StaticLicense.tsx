import { type ReactNode, useId, useMemo, useState } from 'react';
import { DOCUMENTED_ENTITLEMENTS, type ScenarioName, scenarios } from '../../mocks/scenarios.js';
import { createLicenseClient, type LicenseClient } from '../client/createLicenseClient.js';
import type { ObservedLicense } from '../client/observeLicense.js';
import type { EntitlementId } from '../license/entitlements.js';
import type { Freshness } from '../license/freshness.js';
import { GRACE_PERIOD_MS, type License } from '../license/License.js';
import { licenseStatus } from '../license/licenseStatus.js';
import { parseLicense } from '../license/parseLicense.js';
import { refusalStoreOf } from '../payment-required/refusalStoreOf.js';
import { createLicenseStore, LicenseContext, type LicenseRole } from '../react/LicenseContext.js';
import { useIsomorphicLayoutEffect } from '../react/useIsomorphicLayoutEffect.js';
import { type LicenseSettingsProps, useLicenseSettings } from '../react/useLicenseSettings.js';

/** The props of {@link StaticLicense}. */
export type StaticLicenseProps = Omit<LicenseSettingsProps, 'role'> & {
  readonly children?: ReactNode;
  /** The license, by name. Default: `active`. */
  readonly scenario?: ScenarioName;
  /** A license of your own, in place of `scenario`; `null` before the first response. */
  readonly license?: License | null;
  /** The API's time: a date, or milliseconds since 1970. It stands still. Default: the time of the first render. */
  readonly now?: Date | number;
  /** The outcome of the last check. Default: `fresh`, and `pending` if `license` is `null`. */
  readonly freshness?: Freshness;
  /** The entitlements that the API refused with a 402; `null` for a 402 that named none. Read at the first render. Default: none. */
  readonly refusals?: readonly (EntitlementId | null)[];
  /** Default: `admin`. */
  readonly role?: LicenseRole;
};

const NO_REFUSALS: readonly (EntitlementId | null)[] = [];

/**
 * Shows its children with a fixed license: for stories, and for tests of the app. Sends no request, and its time stands still.
 *
 * @example <StaticLicense scenario="grace"><LicenseBanner /></StaticLicense>
 */
export function StaticLicense({
  children,
  role = 'admin',
  scenario,
  license,
  now,
  freshness,
  refusals,
  ...more
}: StaticLicenseProps): ReactNode {
  const [mountedAt] = useState(Date.now);
  // So that a link opens the renewal of its own story.
  const baseUrl = `/static-${encodeURIComponent(useId())}`;
  const [client] = useState(() => createStaticClient(baseUrl, refusals ?? NO_REFUSALS));
  const settings = useLicenseSettings(client, { ...more, role });
  const time = Number(now ?? mountedAt);
  const observed = useMemo(
    () => observe(license === undefined ? licenseOf(scenario ?? 'active', time) : license, time, role, freshness),
    [scenario, license, time, role, freshness],
  );
  const [store] = useState(() => {
    finishCheck(client, freshness);
    const created = createLicenseStore(settings);
    created.setObserved(observed);
    return created;
  });
  useIsomorphicLayoutEffect(() => store.setSettings(settings), [store, settings]);
  useIsomorphicLayoutEffect(() => {
    finishCheck(client, freshness);
    store.setObserved(observed);
  }, [client, freshness, store, observed]);
  return <LicenseContext.Provider value={store}>{children}</LicenseContext.Provider>;
}

/** Returns the license of a scenario that starts at `now`. */
function licenseOf(name: ScenarioName, now: number): License {
  const scenario = scenarios[name];
  if ('body' in scenario) return parseLicense(scenario.body).license;
  if ('unlicensed' in scenario) return { tier: null, entitlements: [], expiresAt: null, graceEndsAt: null };
  const expiresAt = now + scenario.expiresIn;
  const entitlements = scenario.entitlements ?? DOCUMENTED_ENTITLEMENTS;
  return { tier: 'enterprise', entitlements, expiresAt, graceEndsAt: expiresAt + GRACE_PERIOD_MS };
}

function observe(license: License | null, now: number, role: LicenseRole, freshness: Freshness | undefined): ObservedLicense {
  const known = role === 'member' || freshness === 'forbidden' ? null : license;
  return {
    license: known,
    state: licenseStatus(known, now).state,
    freshness: freshness ?? (known === null ? 'pending' : 'fresh'),
    clocksDiffer: false,
    error: null,
    clock: { now: () => (known === null ? null : now), until: () => null },
    age: { now: () => (known === null ? null : 0), until: () => null },
    refresh: async () => known !== null,
  };
}

/** Creates a client with recorded refusals. It is never polled. */
function createStaticClient(baseUrl: string, refusals: readonly (EntitlementId | null)[]): LicenseClient {
  const client = createLicenseClient({ baseUrl, scope: 'static', storage: null });
  const store = refusalStoreOf(client);
  for (const entitlement of refusals) {
    const pending = store.begin402({});
    const entitlements = entitlement === null ? [] : [entitlement];
    if (pending) store.end402(pending, { requestId: `static ${entitlement}`, entitlements, background: false });
  }
  return client;
}

/** Counts one check after the refusals, which the reason `disputed` requires. */
function finishCheck({ internals: { checks } }: LicenseClient, freshness: Freshness | undefined): void {
  checks.begun = checks.ended = 1;
  checks.answered = freshness === undefined || freshness === 'fresh' ? 1 : 0;
}
