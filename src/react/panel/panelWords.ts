import type { License } from '../../license/License.js';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import type { EntitlementState } from '../../license/entitlementState.js';
import { type LicenseState, REMINDER_PERIOD_MS } from '../../license/licenseStatus.js';

/** Returns the expiry as a relative time, and when the text changes. Instants are milliseconds since 1970. */
export function expiryWords(expiresAt: number, now: number, words: PanelMessages, names: NameMessages, format: Format): TimedValue<string> {
  const [when, changesAt] = format.relative(expiresAt, now, names);
  return [now < expiresAt ? words.expires(when) : words.expired(when), changesAt];
}

/** Returns a sentence about the next change of the license; `null` if there is none. */
export function nextWords(state: LicenseState, license: License, words: PanelMessages, format: Format): string | null {
  const { expiresAt, graceEndsAt, entitlements } = license;
  const { next } = words;
  if (state === 'unlicensed') return next.unlicensed;
  if (expiresAt === null || graceEndsAt === null) return null;
  const graceEnds = format.instant(graceEndsAt);
  if (state === 'active') return next.active({ reminds: format.instant(expiresAt - REMINDER_PERIOD_MS) });
  if (state === 'expiring') return next.expiring({ expires: format.instant(expiresAt), graceEnds });
  if (state === 'grace') return next.grace({ graceEnds, count: entitlements.length, format });
  return state === 'expired' ? next.expired({ graceEnds }) : null;
}

/** Returns the text for the state of an entitlement. */
export function entitlementWords(
  entitlementState: EntitlementState,
  state: LicenseState,
  license: License | null,
  { featureStates }: PanelMessages,
  format: Format,
): string {
  const day = license?.graceEndsAt == null ? '' : format.day(license.graceEndsAt);
  if (entitlementState === 'ending') return featureStates.ending({ until: day });
  if (entitlementState === 'off') return featureStates.off({ since: day });
  return entitlementState === 'not-included' && state === 'unlicensed' ? featureStates.unlicensed : featureStates[entitlementState];
}
