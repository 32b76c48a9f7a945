import { type ReactNode, useEffect, useRef, useState } from 'react';
import { paymentLedgerOf } from '../../client/paymentLedgerOf.js';
import type { Format } from '../../messages/createFormat.js';
import { nameMessages, noticeMessages } from '../../messages/en.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import { Announcer } from '../Announcer.js';
import { useLicenseContext } from '../provider/LicenseContext.js';
import { useWords } from '../useWords.js';
import { NoticeView } from './NoticeView.js';
import { noticeWords } from './noticeWords.js';
import { type Refusal, useRefusals } from './useRefusals.js';

// More than these would cover the page; the rest is counted.
const MAX_SHOWN = 3;

/**
 * Explains requests that were answered 402: one notice an entitlement, beside the page and never over its focus. Place it
 * once; it hears of the requests that go through `watchPaymentRequired`.
 *
 * @example <PaymentRequiredNotice />
 */
export function PaymentRequiredNotice(): ReactNode {
  const { format, client } = useLicenseContext();
  return format === null ? null : <Notices key={client?.id} format={format} />;
}

function Notices({ format }: { readonly format: Format }): ReactNode {
  const { client, role, license, licenseHref } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const names = useWords('names', nameMessages);
  const refusals = useRefusals();
  const list = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const said = useSaid(refusals, (entitlement) => words.worksAgain(entitlementTitle(names, entitlement, format)));

  const notices = refusals
    .filter(({ silent }) => !silent)
    .map((refusal) => ({ ...refusal, ...noticeWords({ ...refusal, member: role === 'member', license, words, names, format }) }));
  const newest = notices.at(-1);
  const shown = notices.slice(-MAX_SHOWN).reverse();
  const rest = notices.length - shown.length;
  const dismiss = (entitlement: string | null) => {
    if (client) paymentLedgerOf(client).dismiss(entitlement);
    // The focus was on what goes away: it moves to the next notice, or back to where it came from.
    const others = list.current?.querySelectorAll<HTMLElement>('button') ?? [];
    const next = Array.from(others).find((button) => button !== document.activeElement) ?? cameFrom.current;
    if (next instanceof HTMLElement) next.focus();
  };

  return (
    <>
      {shown.length > 0 && (
        <section
          ref={list}
          className="alx-notices"
          data-license-part="notices"
          aria-label={words.region}
          onFocus={({ relatedTarget }) => {
            if (!list.current?.contains(relatedTarget)) cameFrom.current = relatedTarget;
          }}
        >
          {shown.map(({ entitlement, reason, title, detail }) => (
            <NoticeView key={entitlement} {...{ entitlement, reason, title, detail }}>
              {role === 'admin' && licenseHref !== undefined && (
                <a className="alx-button" href={licenseHref}>
                  {words.view}
                </a>
              )}
              <button
                type="button"
                className="alx-button alx-quiet"
                aria-label={words.dismissLabel(title)}
                onClick={() => dismiss(entitlement)}
              >
                {words.dismiss}
              </button>
            </NoticeView>
          ))}
          {rest > 0 && <p className="alx-more">{words.more(rest, format)}</p>}
        </section>
      )}
      <Announcer
        occasion={newest ? `${newest.entitlement} ${newest.reason}` : said && `works ${said}`}
        text={newest ? `${newest.title}. ${newest.detail}` : (said ?? '')}
        urgent={false}
      />
    </>
  );
}

// What there is to say when nothing is refused any more; dismissing a notice is no such thing.
function useSaid(refusals: readonly Refusal[], worksAgain: (entitlement: string) => string): string | null {
  const [said, setSaid] = useState<string | null>(null);
  const before = useRef<string | null>(null);
  const last = refusals.at(-1)?.entitlement ?? null;
  const describe = useRef(worksAgain);
  useEffect(() => {
    describe.current = worksAgain;
  });
  useEffect(() => {
    setSaid(last === null && before.current !== null ? describe.current(before.current) : null);
    before.current = last;
  }, [last]);
  return said;
}
