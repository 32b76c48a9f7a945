import { GRACE_PERIOD_MS, type License } from '../../license/License.js';
import { entitlementList, tierInSentence } from '../../messages/nameOf.js';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { BannerMessages, NameMessages } from '../../messages/Messages.js';
import type { WarnedState } from '../../license/warnedState.js';

/** The data for the banner's text. */
export type BannerFacts = {
  readonly state: WarnedState;
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
  if (license === null) return [words.remembered[state]({ expires: format.instant(expiresAt) }), null];
  const { tier, entitlements } = license;
  const graceEndsAt = graceEndOf(license, expiresAt);
  const count = entitlements.length;
  if (state === 'expired') return [words.expiredLead({ count, since: format.day(graceEndsAt), format }), null];
  const name = tierInSentence(names, tier ?? '');
  if (now === null) {
    const [expires, graceEnds] = [format.instant(expiresAt), format.instant(graceEndsAt)];
    return [
      state === 'expiring' ? words.expiringLeadByDate({ tier: name, expires }) : words.graceLeadByDate({ expires, graceEnds, count }),
      null,
    ];
  }
  // The state may change slightly later than `now`. The text must match the state until then.
  const instant = state === 'expiring' ? Math.min(now, expiresAt - 1) : Math.max(now, expiresAt);
  const [when, whenChanges] = format.relative(expiresAt, instant, names);
  if (state === 'expiring') return [words.expiringLead({ tier: name, when }), whenChanges];
  const [remaining, remainingChanges] = format.remaining(graceEndsAt, now, names.lessThanAMinute);
  return [words.graceLead({ ago: when, remaining, count }), Math.min(whenChanges ?? Infinity, remainingChanges ?? Infinity)];
}

/** Returns the detail: exact dates and the affected features. */
export function bannerDetail({ state, expiresAt, license, words, names, format }: BannerFacts): string {
  if (license === null) return words.rememberedDetail;
  const { entitlements } = license;
  const count = entitlements.length;
  const graceEnds = format.instant(graceEndOf(license, expiresAt));
  const features = entitlementList(names, entitlements, format);
  if (state === 'expiring') return words.expiringDetail({ expires: format.instant(expiresAt), graceEnds, count, format });
  return state === 'grace'
    ? words.graceDetail({ graceEnds, features, count, format })
    : words.expiredDetail({ graceEnds, features, count });
}

function graceEndOf({ graceEndsAt }: License, expiresAt: number): number {
  return graceEndsAt ?? expiresAt + GRACE_PERIOD_MS;
}
