import { type ReactNode, useId, useRef, useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import type { Format } from '../../messages/createFormat.js';
import { nameMessages, noticeMessages } from '../../messages/en.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import { Announcer } from '../a11y/Announcer.js';
import { LicenseLink } from '../LicenseLink.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useRestoreFocus } from '../a11y/useRestoreFocus.js';
import { useWords } from '../useWords.js';
import { NoticeView } from './NoticeView.js';
import { noticeWords } from './noticeWords.js';
import { useAnnouncement } from '../a11y/useAnnouncement.js';
import { useAvoidObscuringFocus } from '../a11y/useAvoidObscuringFocus.js';
import { useRefusals } from './useRefusals.js';
import { useRestored } from './useRestored.js';

/**
 * Explains the 402s of the API, one notice per entitlement. Notices never cover the focused element. Render it once. Your HTTP client must be wired,
 * for example with `watchPaymentRequired`.
 *
 * @example <PaymentRequiredNotice />
 */
export function PaymentRequiredNotice(): ReactNode {
  const { format, client } = useLicenseContext();
  return format === null || client === null ? null : <Notices key={client.internals.id} client={client} format={format} />;
}

function Notices({ client, format }: { readonly client: LicenseClient; readonly format: Format }): ReactNode {
  const { role, state, license, language } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const names = useWords('names', nameMessages);
  const store = refusalStoreOf(client);
  const listId = useId();
  const [unfolded, setUnfolded] = useState(false);
  const list = useRef<HTMLElement>(null);
  const noteOrigin = useRestoreFocus(list);
  const visible = useRefusals()
    .filter(({ isSilent }) => !isSilent)
    .map((refusal) => ({ ...refusal, ...noticeWords({ ...refusal, member: role === 'member', license, words, names, format }) }));
  const restored = useRestored(
    store,
    visible.map(({ entitlement }) => entitlement),
    state,
  );
  const announcement = useAnnouncement([
    ...visible.map(({ entitlement, reason, title, detail }) => ({
      key: `${entitlement} ${reason}`,
      text: words.announced({ title, detail }),
    })),
    ...restored.entitlements.map((id) => ({
      key: `${id} restored ${restored.count}`,
      text: (restored.by === 'license' ? words.licensed : words.worksAgain)(entitlementTitle(names, id, format)),
    })),
  ]);
  const notices = visible.filter(({ isExplained }) => !isExplained);
  const edge = useAvoidObscuringFocus(list, notices.length > 0);
  if (unfolded && notices.length < 2) setUnfolded(false);
  // The first stays where it is, whatever comes after it; more than one would cover the page.
  const shown = unfolded ? notices : notices.slice(0, 1);
  const rest = notices.length - 1;

  return (
    <>
      {notices.length > 0 && (
        <section
          ref={list}
          className="alx-notices"
          data-license-part="notices"
          data-edge={edge}
          {...language}
          aria-label={words.region}
          onFocus={({ relatedTarget }) => noteOrigin(relatedTarget)}
        >
          <div id={listId} className="alx-notice-list">
            {shown.map(({ entitlement, reason, title, detail }) => (
              <NoticeView key={entitlement} {...{ entitlement, reason, title, detail }}>
                <LicenseLink renews={reason === 'lapsed'}>{reason === 'lapsed' ? words.renew : words.view}</LicenseLink>
                <button
                  type="button"
                  className="alx-button alx-quiet"
                  aria-label={words.dismissLabel(title)}
                  onClick={() => store.dismiss(entitlement)}
                >
                  {words.dismiss}
                </button>
              </NoticeView>
            ))}
          </div>
          {rest > 0 && (
            <button
              type="button"
              className="alx-button alx-more"
              aria-expanded={unfolded}
              aria-controls={listId}
              onClick={() => setUnfolded(!unfolded)}
            >
              {unfolded ? words.fold : words.more(rest, format)}
            </button>
          )}
        </section>
      )}
      <Announcer part="notices" {...announcement} urgent={false} />
    </>
  );
}
