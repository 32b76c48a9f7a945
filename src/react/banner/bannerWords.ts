import { GRACE_PERIOD_MS, type License } from '../../license/License.js';
import { entitlementList, tierInSentence } from '../../messages/nameOf.js';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { BannerMessages, NameMessages } from '../../messages/Messages.js';
import type { BannerState } from '../../license/warnedState.js';

/** The data for the banner's text. */
export type BannerFacts = {
  readonly state: BannerState;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** `null` before the first response: only the last visit's banner is known. */
  readonly license: License | null;
  readonly words: BannerMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

/** Returns the lead and the time of its next change. Uses dates instead of countdowns if `now` is `null`. */
export function bannerLead({ state, expiresAt, license, words, names, format }: BannerFacts, now: number | null): TimedValue<string> {
  const expires = format.instant(expiresAt);
  if (license === null) return [words.remembered[state === 'early' ? 'expiring' : state]({ expires }), null];
  const count = license.entitlements.length;
  if (state === 'expired') return [words.expiredLead({ count, format }), null];
  const tier = tierInSentence(names, license.tier ?? '');
  if (isSnoozable(state)) {
    if (now === null) return [words.expiringLeadByDate({ tier, expires }), null];
    // Clamped: the state may lag behind `now`, and the text must match the state.
    const [when, changesAt] = format.relative(expiresAt, Math.min(now, expiresAt - 1), names);
    return [words.expiringLead({ tier, when }), changesAt];
  }
  const graceEndsAt = graceEndOf(license, expiresAt);
  if (now === null) return [words.graceLeadByDate({ graceEnds: format.instant(graceEndsAt), count }), null];
  const [remaining, changesAt] = format.remaining(graceEndsAt, now, names.lessThanAMinute);
  return [words.graceLead({ remaining, count }), changesAt];
}

/** Returns the detail (exact dates and the affected features) and the time of its next change. */
export function bannerDetail({ state, expiresAt, license, words, names, format }: BannerFacts, now: number | null): TimedValue<string> {
  if (license === null) return [words.rememberedDetail, null];
  if (state === 'early') return [words.earlyDetail, null];
  const count = license.entitlements.length;
  const graceEnds = format.instant(graceEndOf(license, expiresAt));
  if (state === 'expiring') return [words.expiringDetail({ graceEnds, count }), null];
  const features = entitlementList(names, license.entitlements, format);
  if (state === 'expired') return [words.expiredDetail({ graceEnds, features, count }), null];
  const signOn = license.entitlements.includes('oidc') && words.signOn !== '' ? ` ${words.signOn}` : '';
  if (now === null) return [words.graceDetailByDate({ expires: format.instant(expiresAt), features, count }) + signOn, null];
  const [ago, changesAt] = format.relative(expiresAt, Math.max(now, expiresAt), names);
  return [words.graceDetail({ ago, graceEnds, features, count }) + signOn, changesAt];
}

/** Returns true for a banner that can be snoozed. The others can only be reduced to the lead. */
export function isSnoozable(state: unknown): state is 'early' | 'expiring' {
  return state === 'early' || state === 'expiring';
}

function graceEndOf({ graceEndsAt }: License, expiresAt: number): number {
  return graceEndsAt ?? expiresAt + GRACE_PERIOD_MS;
}
