import { useEffect, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Refusal } from '../../payment-required/createRefusalStore.js';
import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { licenseIdentity } from '../../license/licenseIdentity.js';
import { type RefusalContext, type RefusalReason, visibleReason } from '../../payment-required/refusalReason.js';
import { useLicenseContext, useLicenseStore } from '../LicenseContext.js';

/** A refusal with a reason. Silent ones are included. */
export type ShownRefusal = Pick<Refusal, 'entitlement' | 'isSilent' | 'isExplained'> & { readonly reason: RefusalReason };

const NOTHING: readonly Refusal[] = [];

/** Returns the refusals of the API with their reasons under the current license. Omits those whose reason is not known yet. */
export function useRefusals(): readonly ShownRefusal[] {
  const { client, role, state, license, freshness } = useLicenseContext();
  const store = client && refusalStoreOf(client);
  const refusals = useSyncExternalStore(
    (notify) => store?.subscribe(notify) ?? (() => undefined),
    () => store?.refusals() ?? NOTHING,
    () => NOTHING,
  );
  // A check that leaves the license unchanged causes no render, but may change a reason.
  const getChecks = () => refusals.map((entry) => checkOutcome(client, entry)).join();
  const checks = useSyncExternalStore(useLicenseStore().subscribe, getChecks, getChecks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a check that ended may disprove refusals
  useEffect(() => {
    if (license !== null) store?.reconcile(license, state);
  }, [store, license, state, checks]);

  const identity = licenseIdentity(license);
  return refusals.flatMap((entry) => {
    const { entitlement, isSilent, isExplained, under } = entry;
    const superseded = under !== null && under !== identity;
    const check = checkOutcome(client, entry);
    const reason = visibleReason(entitlement, { member: role === 'member', license, state, freshness, check, superseded });
    return reason === null ? [] : [{ entitlement, isSilent, isExplained, reason }];
  });
}

function checkOutcome(client: LicenseClient | null, { checksBefore }: Refusal): RefusalContext['check'] {
  const { ended, answered } = client?.internals.checks ?? { ended: 0, answered: 0 };
  if (answered > checksBefore) return 'answered';
  return ended > checksBefore ? 'failed' : 'pending';
}
