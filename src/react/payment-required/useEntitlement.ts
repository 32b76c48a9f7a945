import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { nameMessages, noticeMessages } from '../../messages/en.js';
import type { EntitlementId } from '../../license/entitlements.js';
import { type EntitlementState, entitlementState } from '../../license/entitlementState.js';
import { type RefusalReason, refusalReason } from '../../payment-required/refusalReason.js';
import { noticeWords } from './noticeWords.js';
import { useRefusals } from './useRefusals.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useWords } from '../useWords.js';

/** The reason why a feature is off. */
export type Explanation = {
  /** For decisions in code. Show `title` and `detail`. */
  readonly reason: RefusalReason;
  /** For example “Audit log export is off”. */
  readonly title: string;
  /** The reason, and what to do, in one or two sentences. */
  readonly detail: string;
};

/** The result of {@link useEntitlement}. */
export type EntitlementView = {
  /** The state under the license. `unknown` for members and before the first response. */
  readonly state: EntitlementState;
  /** The reason why the feature is off. `null` if it works, as far as known. */
  readonly explanation: Explanation | null;
  /** Forgets the 402s of the feature, so that the app can try again. */
  readonly retry: () => void;
};

/**
 * Returns whether a feature works: for an admin by the license, and for all users by the 402s of the API. Hide nothing while `explanation` is `null`.
 *
 * @example const { explanation } = useEntitlement('audit_export'); <button aria-disabled={explanation !== null}>Export</button>
 */
export function useEntitlement(entitlement: EntitlementId): EntitlementView {
  const { client, state, license } = useLicenseContext();
  return {
    state: entitlementState(license?.entitlements.includes(entitlement) ?? false, state),
    explanation: useExplain()(entitlement),
    retry: () => client && refusalStoreOf(client).forget(entitlement),
  };
}

/** Returns a function that explains why an entitlement is off. It returns `null` if the entitlement works, as far as known. */
export function useExplain(): (entitlement: string) => Explanation | null {
  const { role, state, license, format } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const names = useWords('names', nameMessages);
  const refusals = useRefusals();
  return (entitlement) => {
    const refused = refusals.find((refusal) => refusal.entitlement === entitlement)?.reason ?? null;
    const byLicense = role === 'admin' && state !== 'unknown' ? refusalReason(license, state, entitlement) : null;
    // If the license puts the feature in force, only a recorded 402 closes the gate.
    const reason = byLicense === null || byLicense === 'disputed' ? refused : byLicense;
    if (reason === null || format === null) return null;
    return { reason, ...noticeWords({ entitlement, reason, member: role === 'member', license, words, names, format }) };
  };
}
