import { GRACE_PERIOD_MS, type License } from '../../license/License.js';
import { entitlementList, tierInSentence } from '../../messages/nameOf.js';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { BannerMessages, NameMessages } from '../../messages/Messages.js';
import type { WarnedState } from '../../license/warnedState.js';

/** What the sentences are made from. */
export type BannerFacts = {
  readonly state: WarnedState;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** `null` before the first answer, when all that is known is what was remembered. */
  readonly license: License | null;
  readonly words: BannerMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

/** The sentence that stands alone, and when its words change; without a time to count from (`now` is `null`), by dates alone. */
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
  // The state flips in its own time; until then these words stay on its side of the expiry.
  const instant = state === 'expiring' ? Math.min(now, expiresAt - 1) : Math.max(now, expiresAt);
  const [when, whenChanges] = format.relative(expiresAt, instant, names);
  if (state === 'expiring') return [words.expiringLead({ tier: name, when }), whenChanges];
  const [remaining, remainingChanges] = format.remaining(graceEndsAt, now, names.lessThanAMinute);
  return [words.graceLead({ ago: when, remaining, count }), Math.min(whenChanges ?? Infinity, remainingChanges ?? Infinity)];
}

/** What follows it: exact instants, and the features. */
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
