import type { NoticeMessages } from '../../messages/Messages.js';
import type { RefusalReason } from '../../payment-required/refusalReason.js';
import type { LicenseLinks, LicenseRole } from '../LicenseContext.js';
import { licenseHref } from '../LicenseLink.js';

/**
 * A link that helps with a refusal:
 * - `renew`: opens the renewal.
 * - `license`: the license page.
 * - `contact`: the account representative.
 * - `docs`: the documentation of the feature.
 * - `ask`: an administrator, for members.
 */
export type RefusalLink = {
  readonly kind: 'renew' | 'license' | 'contact' | 'docs' | 'ask';
  readonly label: string;
  readonly href: string;
};

type RefusalLinksFacts = {
  readonly entitlement: string | null;
  readonly reason: RefusalReason;
  readonly role: LicenseRole;
  readonly links: LicenseLinks;
  readonly words: NoticeMessages;
};

/** Returns the links for a refusal, the most helpful first. Omits those that the app has not configured. */
export function refusalLinks({ entitlement, reason, role, links, words }: RefusalLinksFacts): readonly RefusalLink[] {
  const link = (kind: RefusalLink['kind'], label: string, href: string | undefined) => (href === undefined ? [] : [{ kind, label, href }]);
  if (role === 'member') return link('ask', words.links.ask, links.ask);
  const contact = reason === 'not-included' || reason === 'no-license' ? link('contact', words.links.contact, links.contact) : [];
  const license =
    reason === 'lapsed' ? link('renew', words.renew, licenseHref(links, true)) : link('license', words.view, licenseHref(links, false));
  return [
    ...(contact.length > 0 ? contact : license),
    ...link('docs', words.links.docs, entitlement === null ? undefined : links.docs(entitlement)),
  ];
}
