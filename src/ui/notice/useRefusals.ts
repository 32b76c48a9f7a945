import { useEffect, useSyncExternalStore } from 'react';
import type { RefusedEntitlement } from '../../client/createPaymentLedger.js';
import { isPaymentRequired } from '../../client/isPaymentRequired.js';
import { paymentLedgerOf } from '../../client/paymentLedgerOf.js';
import { type PaymentReason, reasonToTell } from '../../status/paymentReason.js';
import { useServerClock } from '../useServerClock.js';
import { useLicenseContext } from '../provider/LicenseContext.js';

/** A refused entitlement that can be spoken of, and why it was refused. */
export type Refusal = {
  /** `null` where the answer named none. */
  readonly entitlement: string | null;
  readonly reason: PaymentReason;
  /** Whether no notice is raised for it. */
  readonly silent: boolean;
};

const NOTHING: readonly RefusedEntitlement[] = [];

/** What the API has refused with a 402, with the reason as the license tells it now. Members learn no reason. */
export function useRefusals(): readonly Refusal[] {
  const { client, role, state, license, freshness, queryClient } = useLicenseContext();
  const ledger = client && paymentLedgerOf(client);
  const entries = useSyncExternalStore(
    (notify) => ledger?.subscribe(notify) ?? (() => undefined),
    () => ledger?.entries() ?? NOTHING,
    () => NOTHING,
  );
  // After a renewal, the queries that had failed with a 402 are fetched again.
  useEffect(() => {
    if (license === null || !ledger?.settle(license, state)) return;
    void queryClient?.refetchQueries({ predicate: (query) => isPaymentRequired(query.state.error) });
  }, [ledger, queryClient, license, state]);
  const isChecked = ({ answersBefore }: RefusedEntitlement) => client !== null && client.clock.answers() > answersBefore;
  // A check that changes nothing of the license renders nothing; that it took place does.
  useServerClock(client?.clock ?? null, () => [entries.filter(isChecked).length, null]);
  return entries.flatMap((entry) => {
    const { entitlement, silent } = entry;
    const checked = isChecked(entry);
    const reason = reasonToTell(entitlement, { member: role === 'member', license, state, freshness, checked });
    return reason === null ? [] : [{ entitlement, reason, silent }];
  });
}
