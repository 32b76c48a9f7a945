import type { ReactNode } from 'react';
import { type LicenseLinkProps, type LicenseLinks, type RenderLink, useLicenseContext } from './LicenseContext.js';

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
  /** True for the filled, primary style. */
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
  if (renderLink === undefined) return <a {...props} />;
  if (isFunction(renderLink)) return <RenderedLink render={renderLink} {...props} />;
  const Link = renderLink;
  return <Link {...props} />;
}

type RenderFunction = (props: LicenseLinkProps) => ReactNode;

/** Calls the app's function in a component of its own. The function may then use hooks, and a new function does not remount the link. */
function RenderedLink({ render, ...props }: LicenseLinkProps & { readonly render: RenderFunction }): ReactNode {
  return render(props);
}

// Classes, and components made by `memo` or `forwardRef`, must be rendered as elements.
function isFunction(link: RenderLink): link is RenderFunction {
  return typeof link === 'function' && !link.prototype?.isReactComponent;
}
