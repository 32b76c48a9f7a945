import { useEffect, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { RefusedEntitlement } from '../../client/createPaymentLedger.js';
import { paymentLedgerOf } from '../../client/paymentLedgerOf.js';
import { licenseIdentity } from '../../status/licenseIdentity.js';
import { type Circumstances, type PaymentReason, reasonToTell } from '../../status/paymentReason.js';
import { useLicenseContext } from '../provider/LicenseContext.js';
import { useServerClock } from '../useServerClock.js';

/** A refused entitlement that can be spoken of, and why it was refused. */
export type Refusal = {
  /** `null` where the answer named none. */
  readonly entitlement: string | null;
  readonly reason: PaymentReason;
  /** Whether nothing is told of it unasked. */
  readonly silent: boolean;
  /** Whether something else on the page explains it, so that it needs no notice. */
  readonly explained: boolean;
};

const NOTHING: readonly RefusedEntitlement[] = [];

/** What the API has refused with a 402, with the reason as the license tells it now. Members learn no reason. */
export function useRefusals(): readonly Refusal[] {
  const { client, role, state, license, freshness } = useLicenseContext();
  const ledger = client && paymentLedgerOf(client);
  const entries = useSyncExternalStore(
    (notify) => ledger?.subscribe(notify) ?? (() => undefined),
    () => ledger?.entries() ?? NOTHING,
    () => NOTHING,
  );
  // A check that changes nothing of the license renders nothing; that it has ended does.
  const checks = useServerClock(client?.clock ?? null, () => [entries.map((entry) => checkOf(client, entry)).join(), null]);
  useEffect(() => {
    if (license !== null && checks !== null) ledger?.settle(license, state);
  }, [ledger, license, state, checks]);

  const identity = licenseIdentity(license);
  return entries.flatMap((entry) => {
    const { entitlement, silent, explained, under } = entry;
    const superseded = under !== null && under !== identity;
    const check = checkOf(client, entry);
    const reason = reasonToTell(entitlement, { member: role === 'member', license, state, freshness, check, superseded });
    return reason === null ? [] : [{ entitlement, reason, silent, explained }];
  });
}

function checkOf(client: LicenseClient | null, { checksBefore }: RefusedEntitlement): Circumstances['check'] {
  const { ended, answered } = client?.checks() ?? { ended: 0, answered: 0 };
  if (answered > checksBefore) return 'answered';
  return ended > checksBefore ? 'failed' : 'pending';
}
