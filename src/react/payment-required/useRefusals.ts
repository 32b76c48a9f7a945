import { useEffect, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { RefusedEntitlement } from '../../payment-required/createRefusalStore.js';
import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { licenseIdentity } from '../../license/licenseIdentity.js';
import { type RefusalContext, type RefusalReason, visibleReason } from '../../payment-required/refusalReason.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useServerClock } from '../useServerClock.js';

/** A refused entitlement that can be spoken of, and why it was refused. */
export type Refusal = {
  /** `null` where the answer named none. */
  readonly entitlement: string | null;
  readonly reason: RefusalReason;
  /** Whether nothing is told of it unasked. */
  readonly silent: boolean;
  /** Whether something else on the page explains it, so that it needs no notice. */
  readonly explained: boolean;
};

const NOTHING: readonly RefusedEntitlement[] = [];

/** What the API has refused with a 402, with the reason as the license tells it now. Members learn no reason. */
export function useRefusals(): readonly Refusal[] {
  const { client, role, state, license, freshness } = useLicenseContext();
  const store = client && refusalStoreOf(client);
  const refusals = useSyncExternalStore(
    (notify) => store?.subscribe(notify) ?? (() => undefined),
    () => store?.refusals() ?? NOTHING,
    () => NOTHING,
  );
  // An unchanged license renders nothing, but the end of a check may explain a 402.
  const checks = useServerClock(() => [refusals.map((entry) => checkOf(client, entry)).join(), null]);
  useEffect(() => {
    if (license !== null && checks !== null) store?.reconcile(license, state);
  }, [store, license, state, checks]);

  const identity = licenseIdentity(license);
  return refusals.flatMap((entry) => {
    const { entitlement, silent, explained, under } = entry;
    const superseded = under !== null && under !== identity;
    const check = checkOf(client, entry);
    const reason = visibleReason(entitlement, { member: role === 'member', license, state, freshness, check, superseded });
    return reason === null ? [] : [{ entitlement, reason, silent, explained }];
  });
}

function checkOf(client: LicenseClient | null, { checksBefore }: RefusedEntitlement): RefusalContext['check'] {
  const { ended, answered } = client?.internals.checks ?? { ended: 0, answered: 0 };
  if (answered > checksBefore) return 'answered';
  return ended > checksBefore ? 'failed' : 'pending';
}
