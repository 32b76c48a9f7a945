import type { ReactNode } from 'react';
import { useLicenseContext } from './provider/LicenseContext.js';

/** What the panel opens its renewal for: in its own links, and in one that somebody was sent. */
export const RENEWAL_FRAGMENT = '#renew-license';

type LicenseLinkProps = {
  /** Whether it leads on to the renewal, which the panel then opens. */
  readonly renews?: boolean;
  readonly children: ReactNode;
};

/** The way to where the host shows the panel; nothing for members, and where the host hasn't said where that is. */
export function LicenseLink({ renews = false, children }: LicenseLinkProps): ReactNode {
  const { role, licenseHref, client } = useLicenseContext();
  if (role !== 'admin' || licenseHref === undefined) return null;
  // A host whose routes stand in the fragment keeps them.
  const href = renews && !licenseHref.includes('#') ? licenseHref + RENEWAL_FRAGMENT : licenseHref;
  return (
    <a className="alx-button" href={href} data-license-renews={renews ? client?.baseUrl : undefined}>
      {children}
    </a>
  );
}
