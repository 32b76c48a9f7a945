import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { nameMessages, noticeMessages } from '../../messages/en.js';
import { type EntitlementState, entitlementState } from '../../license/entitlementState.js';
import { type RefusalReason, refusalReason } from '../../payment-required/refusalReason.js';
import { noticeWords } from './noticeWords.js';
import { useRefusals } from './useRefusals.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useWords } from '../useWords.js';

/** Why a feature is off, as a code and in words. */
export type Explanation = {
  /** Decide by it, and show the words. */
  readonly reason: RefusalReason;
  /** A few words, such as “Audit log export is off”. */
  readonly title: string;
  /** A sentence or two: why, and what can be done. */
  readonly detail: string;
};

/** What is known of one entitlement. */
export type EntitlementAccess = {
  /** As the license says; `unknown` for members, and until it is known. */
  readonly state: EntitlementState;
  /** Why it is off; `null` while nothing is known against it. */
  readonly explanation: Explanation | null;
  /** Forgets a 402 that was seen, so that the feature is tried again. */
  readonly retry: () => void;
};

/**
 * Whether a feature works, as far as is known: for an admin by the license, and for everybody by the 402 answers that were
 * seen. While nothing is known there is no explanation, and nothing should be hidden.
 *
 * @example const { explanation } = useEntitlement('audit_export'); <button disabled={explanation !== null}>Export</button>
 */
export function useEntitlement(entitlement: string): EntitlementAccess {
  const { client, role, state, license, format } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const names = useWords('names', nameMessages);
  const refused = useRefusals().find((refusal) => refusal.entitlement === entitlement)?.reason ?? null;
  const byLicense = role === 'admin' && state !== 'unknown' ? refusalReason(license, state, entitlement) : null;
  // In force by the license: then only a 402 that a check has confirmed speaks against it.
  const reason = byLicense === null || byLicense === 'disputed' ? refused : byLicense;
  return {
    state: entitlementState(license?.entitlements.includes(entitlement) ?? false, state),
    explanation:
      reason === null || format === null
        ? null
        : { reason, ...noticeWords({ entitlement, reason, member: role === 'member', license, words, names, format }) },
    retry: () => client && refusalStoreOf(client).forget(entitlement),
  };
}
