import type { ReactNode } from 'react';
import { type LicenseLinkProps, useLicenseContext } from './LicenseContext.js';

/** The fragment that opens the renewal. */
export const RENEWAL_FRAGMENT = '#renew-license';

type Props = {
  /** True if the link opens the renewal. */
  readonly renews?: boolean;
  readonly children: ReactNode;
};

/**
 * Renders a link to `licenseHref`. Renders nothing for members, without a `licenseHref`, and for a `javascript:` or `vbscript:` URL.
 */
export function LicenseLink({ renews = false, children }: Props): ReactNode {
  const { role, licenseHref, renderLink, client } = useLicenseContext();
  if (role !== 'admin' || licenseHref === undefined || /^[^/?#]*t\s*:/i.test(licenseHref)) return null;
  // An app with routes in the fragment keeps its route.
  const href = renews && !licenseHref.includes('#') ? licenseHref + RENEWAL_FRAGMENT : licenseHref;
  const props: LicenseLinkProps = {
    className: 'alx-button',
    href,
    'data-license-renews': renews ? client?.baseUrl : undefined,
    children: <span>{children}</span>,
  };
  return renderLink ? renderLink(props) : <a {...props} />;
}
