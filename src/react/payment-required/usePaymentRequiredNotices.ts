import { nameMessages, noticeMessages } from '../../messages/en.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import type { RefusalReason } from '../../payment-required/refusalReason.js';
import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { useAnnouncement } from '../a11y/useAnnouncement.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useWords } from '../useWords.js';
import { noticeWords } from './noticeWords.js';
import { type RefusalLink, refusalLinks } from './refusalLinks.js';
import { useRefusals } from './useRefusals.js';
import { useRestored } from './useRestored.js';

/** The notice of one refused entitlement. */
export type PaymentRequiredNoticeView = {
  /** `null` if the 402 named none. */
  readonly entitlement: string | null;
  readonly reason: RefusalReason;
  /** For example “SCIM provisioning is off”. */
  readonly title: string;
  /** The reason, and what to do. */
  readonly detail: string;
  /** The links that the app has configured, the most helpful first. */
  readonly links: readonly RefusalLink[];
  /** Hides the notice until the feature works again. */
  readonly dismiss: () => void;
};

/** The result of {@link usePaymentRequiredNotices}. */
export type PaymentRequiredNotices = {
  /** The name of the landmark. */
  readonly region: string;
  /** The notices, the latest first. Those that a gate explains, and dismissed ones, are omitted. */
  readonly notices: readonly PaymentRequiredNoticeView[];
  /** The text for a polite live region. `key` changes with each announcement; `null` for none. */
  readonly announcement: { readonly key: string | null; readonly text: string };
};

const NOTHING_RESTORED: readonly string[] = [];

/**
 * Returns the notices about 402s without markup: texts, links and actions. Call it once per page, in place of `PaymentRequiredNotice`. Your app takes over
 * the live region and the focus.
 *
 * @example const { notices } = usePaymentRequiredNotices(); return notices.map(({ entitlement, title }) => <Toast key={entitlement} title={title} />);
 * @see docs/headless.md
 */
export function usePaymentRequiredNotices(): PaymentRequiredNotices {
  const { client, format, role, state, license, links } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const names = useWords('names', nameMessages);
  const store = client && refusalStoreOf(client);
  const refusals = useRefusals().filter(({ isSilent }) => !isSilent);
  const announced =
    format === null
      ? []
      : refusals.map((refusal) => ({
          ...refusal,
          ...noticeWords({ ...refusal, member: role === 'member', license, words, names, format }),
          links: refusalLinks({ ...refusal, role, links, words }),
          dismiss: () => store?.dismiss(refusal.entitlement),
        }));
  const restored = useRestored(
    store,
    announced.map(({ entitlement }) => entitlement),
    state,
  );
  const id = client?.internals.id;
  const { occasion, text } = useAnnouncement([
    ...announced.map(({ entitlement, reason, title, isExplained }) => ({
      key: `${id} ${entitlement} ${reason} ${isExplained}`,
      text: isExplained ? title : words.announced(title),
    })),
    ...(format === null ? NOTHING_RESTORED : restored.entitlements).map((entitlement) => ({
      key: `${id} ${entitlement} restored ${restored.count}`,
      text: (restored.by === 'license' ? words.licensed : words.worksAgain)(format ? entitlementTitle(names, entitlement, format) : ''),
    })),
  ]);
  return {
    region: words.region,
    notices: announced
      .filter(({ isExplained }) => !isExplained)
      .map(({ isSilent: _, isExplained: __, ...notice }) => notice)
      .reverse(),
    announcement: { key: occasion, text },
  };
}
