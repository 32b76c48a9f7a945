import type { LicenseClient } from './createLicenseClient.js';
import { createPaymentLedger, type PaymentLedger } from './createPaymentLedger.js';

const ledgers = new WeakMap<LicenseClient, PaymentLedger>();

/**
 * The ledger of a client, made when it is first asked for: a page that watches no 402s carries none of it.
 *
 * @example paymentLedgerOf(client).entries().map(({ entitlement }) => entitlement) // ['audit_export']
 */
export function paymentLedgerOf(client: LicenseClient): PaymentLedger {
  const known = ledgers.get(client);
  if (known) return known;
  const ledger = createPaymentLedger(client);
  ledgers.set(client, ledger);
  return ledger;
}
