import type { Reminder } from '../../license/earlyReminder.js';
import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { PanelMessages } from '../../messages/Messages.js';
import type { EntitlementRow, EntitlementState } from '../../license/entitlementState.js';
import { type LicenseState, REMINDER_PERIOD_MS } from '../../license/licenseStatus.js';

type NextFacts = {
  readonly state: LicenseState;
  readonly reminder: Reminder;
  readonly license: License;
  /** When the early reminder begins; `null` for none. */
  readonly earlyAt: number | null;
};

/** Returns what happens next, or how to restore the features; `null` if nothing changes. */
export function nextWords({ state, reminder, license, earlyAt }: NextFacts, words: PanelMessages, format: Format): string | null {
  const { expiresAt, graceEndsAt, entitlements } = license;
  const { next } = words;
  if (state === 'unlicensed') return next.unlicensed;
  if (expiresAt === null || graceEndsAt === null) return null;
  const graceEnds = format.instant(graceEndsAt);
  if (state === 'active' && reminder === 'none') return next.active({ reminds: format.instant(earlyAt ?? expiresAt - REMINDER_PERIOD_MS) });
  const count = entitlements.length;
  if (state === 'active' || state === 'expiring') return next.expiring({ expires: format.instant(expiresAt), graceEnds, count });
  if (state === 'grace') return next.grace({ graceEnds, count, format });
  return state === 'expired' ? next.expired({ graceEnds, count }) : null;
}

/** Returns the summary beside the heading of the features. */
export function featuresSummary(
  state: LicenseState,
  license: License | null,
  rows: readonly EntitlementRow[],
  { features }: PanelMessages,
  format: Format,
): string {
  const count = license?.entitlements.length ?? 0;
  const graceEndsAt = license?.graceEndsAt ?? null;
  if (count > 0 && graceEndsAt !== null && (state === 'grace' || state === 'expired')) {
    const graceEnds = format.instant(graceEndsAt);
    return state === 'grace' ? features.stop({ count, graceEnds, format }) : features.off({ count, graceEnds, format });
  }
  return features.included({ count, total: rows.length, format });
}

/** Returns the text for the state of an entitlement. */
export function entitlementWords(entitlementState: EntitlementState, state: LicenseState, { featureStates }: PanelMessages): string {
  return entitlementState === 'not-included' && state === 'unlicensed' ? featureStates.unlicensed : featureStates[entitlementState];
}
