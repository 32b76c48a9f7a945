import { useSyncExternalStore } from 'react';
import type { RefusedEntitlement } from '../../client/createPaymentLedger.js';
import { type PaymentReason, reasonToTell } from '../../status/paymentReason.js';
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
  const { client, role, state, license, freshness } = useLicenseContext();
  const entries = useSyncExternalStore(
    (notify) => client?.payments.subscribe(notify) ?? (() => undefined),
    () => client?.payments.entries() ?? NOTHING,
    () => NOTHING,
  );
  return entries.flatMap(({ entitlement, silent, answersBefore }) => {
    const checked = client !== null && client.clock.answers() > answersBefore;
    const reason = reasonToTell(entitlement, { member: role === 'member', license, state, freshness, checked });
    return reason === null ? [] : [{ entitlement, reason, silent }];
  });
}
