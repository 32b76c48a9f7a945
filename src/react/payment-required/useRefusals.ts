import { useEffect, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { RefusedEntitlement } from '../../payment-required/createRefusalStore.js';
import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { licenseIdentity } from '../../license/licenseIdentity.js';
import { type RefusalContext, type RefusalReason, visibleReason } from '../../payment-required/refusalReason.js';
import { useLicenseContext, useLicenseStore } from '../LicenseContext.js';

/** A refused entitlement and the reason to show. */
export type Refusal = {
  /** `null` if the 402 named no entitlement. */
  readonly entitlement: string | null;
  readonly reason: RefusalReason;
  /** True if no notice appears: only background requests failed, or the user dismissed it. */
  readonly silent: boolean;
  /** True if another component on the page explains the refusal, so that no notice is needed. */
  readonly explained: boolean;
};

const NOTHING: readonly RefusedEntitlement[] = [];

/** Returns the entitlements that the API refused with a 402, and the reason under the current license. For members the reason is `unknown`. */
export function useRefusals(): readonly Refusal[] {
  const { client, role, state, license, freshness } = useLicenseContext();
  const store = client && refusalStoreOf(client);
  const refusals = useSyncExternalStore(
    (notify) => store?.subscribe(notify) ?? (() => undefined),
    () => store?.refusals() ?? NOTHING,
    () => NOTHING,
  );
  // An unchanged license causes no render. `checks` changes when a check ends, which may explain a 402.
  const getChecks = () => refusals.map((entry) => checkOutcome(client, entry)).join();
  const checks = useSyncExternalStore(useLicenseStore().subscribe, getChecks, getChecks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a check that ended may disprove refusals
  useEffect(() => {
    if (license !== null) store?.reconcile(license, state);
  }, [store, license, state, checks]);

  const identity = licenseIdentity(license);
  return refusals.flatMap((entry) => {
    const { entitlement, silent, explained, under } = entry;
    const superseded = under !== null && under !== identity;
    const check = checkOutcome(client, entry);
    const reason = visibleReason(entitlement, { member: role === 'member', license, state, freshness, check, superseded });
    return reason === null ? [] : [{ entitlement, reason, silent, explained }];
  });
}

function checkOutcome(client: LicenseClient | null, { checksBefore }: RefusedEntitlement): RefusalContext['check'] {
  const { ended, answered } = client?.internals.checks ?? { ended: 0, answered: 0 };
  if (answered > checksBefore) return 'answered';
  return ended > checksBefore ? 'failed' : 'pending';
}
