import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { NameMessages, NoticeMessages } from '../../messages/Messages.js';
import { entitlementTitle, tierInSentence } from '../../messages/nameOf.js';
import type { RefusalReason } from '../../payment-required/refusalReason.js';

/** The facts in the sentences of a notice. `license` is `null` for members. */
export type NoticeFacts = {
  readonly entitlement: string | null;
  readonly reason: RefusalReason;
  readonly member: boolean;
  readonly license: License | null;
  readonly words: NoticeMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

/** Returns the title and the explanation of a refusal. */
export function noticeWords(facts: NoticeFacts): { readonly title: string; readonly detail: string } {
  const { entitlement, reason, words, names, format } = facts;
  const feature = entitlement === null ? words.someFeature : entitlementTitle(names, entitlement, format);
  return { title: words.titles[reason](feature), detail: detailOf(facts) };
}

function detailOf({ entitlement, reason, member, license, words: { details, ...words }, names, format }: NoticeFacts): string {
  if (member) return words.member;
  const graceEnds = license?.graceEndsAt == null ? '' : format.day(license.graceEndsAt);
  if (reason === 'lapsed') return details.lapsed({ graceEnds });
  if (reason === 'not-included')
    return details['not-included']({ tier: tierInSentence(names, license?.tier ?? ''), id: entitlement ?? '' });
  return reason === 'unknown' && entitlement === null ? words.unnamed({ graceEnds }) : details[reason];
}
