import type { ReactNode } from 'react';
import { noticeMessages } from '../../messages/en.js';
import type { RefusalReason } from '../../payment-required/refusalReason.js';
import { useLicenseContext } from '../LicenseContext.js';
import { LicenseLink } from '../LicenseLink.js';
import { useWords } from '../useWords.js';

type RefusalActionsProps = { readonly entitlement: string | null; readonly reason: RefusalReason };

/** Renders the links that help with a refusal, as far as the app has configured them. */
export function RefusalActions({ entitlement, reason }: RefusalActionsProps): ReactNode {
  const { role, links } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  if (role === 'member') return <QuietLink href={links.ask}>{words.links.ask}</QuietLink>;
  const needsContact = reason === 'not-included' || reason === 'no-license';
  return (
    <>
      {reason === 'lapsed' ? (
        <LicenseLink isMain renews>
          {words.renew}
        </LicenseLink>
      ) : needsContact && links.contact !== undefined ? (
        <a className="alx-button" href={links.contact}>
          <span>{words.links.contact}</span>
        </a>
      ) : (
        <LicenseLink>{words.view}</LicenseLink>
      )}
      <QuietLink href={entitlement === null ? undefined : links.docs(entitlement)}>{words.links.docs}</QuietLink>
    </>
  );
}

function QuietLink({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }): ReactNode {
  return (
    href !== undefined && (
      <a className="alx-button alx-quiet" href={href}>
        <span>{children}</span>
      </a>
    )
  );
}
