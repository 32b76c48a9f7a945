import type { ReactNode } from 'react';
import { type LicenseLinkProps, type LicenseLinks, useLicenseContext } from './LicenseContext.js';

/** The fragment that opens the renewal. */
export const RENEWAL_FRAGMENT = '#renew-license';

/** Returns the URL that opens the renewal on the license page. An app with routes in the fragment keeps its route. */
export function renewalHref(licenseHref: string): string {
  return licenseHref.includes('#') ? licenseHref : licenseHref + RENEWAL_FRAGMENT;
}

/** Returns the URL of the license page; `undefined` if none is configured. */
export function licenseHref({ license }: LicenseLinks, renews: boolean): string | undefined {
  return license !== undefined && renews ? renewalHref(license) : license;
}

type Props = {
  /** True if the link opens the renewal. */
  readonly renews?: boolean;
  /** True for the main action of a part, which is filled. */
  readonly isMain?: boolean;
  readonly children: ReactNode;
};

/** Renders a link to `licenseHref`. Renders nothing for members, and without a safe `licenseHref`. */
export function LicenseLink({ renews = false, isMain = false, children }: Props): ReactNode {
  const { role, links, renderLink, client } = useLicenseContext();
  const href = licenseHref(links, renews);
  if (role !== 'admin' || href === undefined) return null;
  const props: LicenseLinkProps = {
    className: isMain ? 'alx-button alx-main' : 'alx-button',
    href,
    'data-license-renews': renews ? client?.baseUrl : undefined,
    children: <span>{children}</span>,
  };
  return renderLink ? renderLink(props) : <a {...props} />;
}
