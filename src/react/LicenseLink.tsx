import type { ReactNode } from 'react';
import { type LicenseLinkProps, useLicenseContext } from './LicenseContext.js';

/** What the panel opens its renewal for: in its own links, and in one that somebody was sent. */
export const RENEWAL_FRAGMENT = '#renew-license';

type Props = {
  /** Whether it leads on to the renewal, which the panel then opens. */
  readonly renews?: boolean;
  readonly children: ReactNode;
};

/**
 * The way to where the host shows the panel; nothing for members, and where the host hasn't said where that is, or has taken a script from somewhere
 * for it: `javascript:` and `vbscript:`, however they are written.
 */
export function LicenseLink({ renews = false, children }: Props): ReactNode {
  const { role, licenseHref, renderLink, client } = useLicenseContext();
  if (role !== 'admin' || licenseHref === undefined || /^[^/?#]*t\s*:/i.test(licenseHref)) return null;
  // A host whose routes stand in the fragment keeps them.
  const href = renews && !licenseHref.includes('#') ? licenseHref + RENEWAL_FRAGMENT : licenseHref;
  const props: LicenseLinkProps = {
    className: 'alx-button',
    href,
    'data-license-renews': renews ? client?.baseUrl : undefined,
    children: <span>{children}</span>,
  };
  return renderLink ? renderLink(props) : <a {...props} />;
}
