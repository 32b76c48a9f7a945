import { useEffect, useRef, useState } from 'react';
import type { PaymentLedger } from '../../client/createPaymentLedger.js';

type Restored = { readonly count: number; readonly entitlements: readonly string[] };

const NOTHING: Restored = { count: 0, entitlements: [] };

/** What worked last of that which the person had been told is off; nothing of what had worked before this component was there. */
export function useRestored(ledger: PaymentLedger, told: readonly (string | null)[]): Restored {
  const [restored, setRestored] = useState(NOTHING);
  const latest = useRef(told);
  useEffect(() => {
    latest.current = told;
  });
  useEffect(() => {
    let known = ledger.restored();
    return ledger.subscribe(() => {
      if (ledger.restored() === known) return;
      known = ledger.restored();
      const entitlements = known.entitlements.filter((entitlement) => latest.current.includes(entitlement));
      if (entitlements.length > 0) setRestored({ count: known.count, entitlements });
    });
  }, [ledger]);
  return restored;
}
