import type { ReactNode } from 'react';
import { noticeMessages } from '../../messages/en.js';
import type { RefusalReason } from '../../payment-required/refusalReason.js';
import { useLicenseContext } from '../LicenseContext.js';
import { LicenseLink } from '../LicenseLink.js';
import { useWords } from '../useWords.js';
import { refusalLinks } from './refusalLinks.js';

type RefusalActionsProps = { readonly entitlement: string | null; readonly reason: RefusalReason };

/** Renders the links that help with a refusal. Omits those that are not configured. */
export function RefusalActions({ entitlement, reason }: RefusalActionsProps): ReactNode {
  const { role, links } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  return refusalLinks({ entitlement, reason, role, links, words }).map(({ kind, label, href }) =>
    kind === 'renew' || kind === 'license' ? (
      <LicenseLink key={kind} renews={kind === 'renew'} isMain={kind === 'renew'}>
        {label}
      </LicenseLink>
    ) : (
      <a key={kind} className={kind === 'contact' ? 'alx-button' : 'alx-button alx-quiet'} href={href}>
        <span>{label}</span>
      </a>
    ),
  );
}
