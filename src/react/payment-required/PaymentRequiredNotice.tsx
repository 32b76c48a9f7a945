import { type ReactNode, useId, useRef, useState } from 'react';
import type { Format } from '../../messages/createFormat.js';
import { noticeMessages } from '../../messages/en.js';
import { Announcer } from '../a11y/Announcer.js';
import { focusedElement } from '../a11y/focusedElement.js';
import { useAvoidObscuringFocus } from '../a11y/useAvoidObscuringFocus.js';
import { useRestoreFocus } from '../a11y/useRestoreFocus.js';
import { useScrollRoom } from '../a11y/useScrollRoom.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useWords } from '../useWords.js';
import { NoticeView } from './NoticeView.js';
import { RefusalActions } from './RefusalActions.js';
import { usePopover } from './usePopover.js';
import { usePaymentRequiredNotices } from './usePaymentRequiredNotices.js';

/**
 * Explains the 402s of the API in one card. The card never takes the focus, and moves to the other edge of the window if it would cover the focused
 * element. Render it once. Your HTTP client must be wired, for example with `watchPaymentRequired`.
 *
 * @example <PaymentRequiredNotice />
 */
export function PaymentRequiredNotice(): ReactNode {
  const { format, client } = useLicenseContext();
  return format === null || client === null ? null : <Notices key={client.internals.id} format={format} />;
}

function Notices({ format }: { readonly format: Format }): ReactNode {
  const { language } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const { region, notices, announcement } = usePaymentRequiredNotices();
  const card = useRef<HTMLElement>(null);
  const recordFocusOrigin = useRestoreFocus(card);
  const edge = useAvoidObscuringFocus(card, notices.length > 0);
  usePopover(card, notices.length > 0);
  useScrollRoom(card, notices.length > 0 && edge === 'end');

  const [isUnfolded, setUnfolded] = useState(false);
  if (isUnfolded && notices.length < 2) setUnfolded(false);
  // While the user points at the card or has focused it, another 402 must not replace the buttons.
  const [held, setHeld] = useState<string | null>();
  const shown = notices.find(({ entitlement }) => entitlement === held) ?? notices[0];
  const isHeldGone = held !== undefined && shown?.entitlement !== held;
  if (isHeldGone) setHeld(shown?.entitlement);
  const hold = () => setHeld(shown?.entitlement);
  const others = notices.filter((notice) => notice !== shown);
  const listId = useId();

  return (
    <>
      {shown && (
        <section
          ref={card}
          className="alx-notices alx-card"
          data-license-part="notices"
          data-edge={edge}
          {...language}
          aria-label={region}
          onFocus={({ relatedTarget }) => {
            recordFocusOrigin(relatedTarget);
            hold();
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget) && !currentTarget.matches(':hover')) setHeld(undefined);
          }}
          onPointerEnter={hold}
          onPointerLeave={({ currentTarget }) => {
            if (!currentTarget.contains(focusedElement())) setHeld(undefined);
          }}
        >
          <NoticeView {...shown}>
            <RefusalActions {...shown} />
            {others.length > 0 && (
              <button
                type="button"
                className="alx-button alx-quiet alx-more"
                aria-expanded={isUnfolded}
                aria-controls={listId}
                onClick={() => setUnfolded(!isUnfolded)}
              >
                {isUnfolded ? words.fold : words.more(others.length, format)}
              </button>
            )}
            <button
              type="button"
              className="alx-button alx-quiet"
              aria-label={words.dismissLabel(shown.title)}
              onClick={() => {
                for (const { dismiss } of notices) dismiss();
              }}
            >
              {words.dismiss}
            </button>
          </NoticeView>
          {/* Focusable, so that the keyboard can scroll it in every browser. */}
          <ul id={listId} className="alx-notice-list" hidden={!isUnfolded} {...{ tabIndex: 0 }}>
            {isUnfolded &&
              others.map((notice, at) => (
                <li key={notice.entitlement}>
                  <NoticeView {...notice} detail={isRepeated(notice, [shown, ...others.slice(0, at)]) ? null : notice.detail} />
                </li>
              ))}
          </ul>
        </section>
      )}
      <Announcer part="notices" occasion={announcement.key} text={announcement.text} urgent={false} />
    </>
  );
}

type Explanation = { readonly detail: string };

// All lapsed features share one explanation, and so do all features that a member lacks.
function isRepeated({ detail }: Explanation, above: readonly Explanation[]): boolean {
  return above.some((other) => other.detail === detail);
}
