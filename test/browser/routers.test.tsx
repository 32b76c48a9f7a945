import {
  Link as TanStackLink,
  RouterProvider as TanStackRouterProvider,
  Outlet as TanStackOutlet,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { createBrowserRouter, createHashRouter, Link, Outlet, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LicenseBanner, LicensePanel, type RenderLink } from '../../src/index.js';
import { renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

const HOME = `${location.pathname}${location.search}`;
const LICENSE = '/settings/license';
let loadsAnew: boolean | null = null;
// Behind all that a router does with a click. What it has left to the browser would end the test's own page.
const noteClick = (event: Event) => {
  loadsAnew = !event.defaultPrevented;
  event.preventDefault();
};
beforeEach(() => addEventListener('click', noteClick));
afterEach(() => {
  removeEventListener('click', noteClick);
  history.replaceState(null, '', HOME);
});

type Host = { readonly renderLink: RenderLink; readonly routed: ReactNode };

const renderRouterLink: RenderLink = ({ href, ...props }) => <Link to={href} {...props} />;

const HOSTS: Readonly<Record<string, () => Host>> = {
  'React Router': () => {
    const router = createBrowserRouter([{ element: <Frame />, children: [{ path: LICENSE, element: <LicensePanel /> }, rest()] }]);
    return { renderLink: renderRouterLink, routed: <RouterProvider router={router} /> };
  },
  'React Router with its routes in the fragment': () => {
    const router = createHashRouter([{ element: <Frame />, children: [{ path: LICENSE, element: <LicensePanel /> }, rest()] }]);
    return { renderLink: renderRouterLink, routed: <RouterProvider router={router} /> };
  },
  'TanStack Router': () => {
    const root = createRootRoute({ component: TanStackFrame, notFoundComponent: Home });
    const license = createRoute({ getParentRoute: () => root, path: LICENSE, component: LicensePanel });
    const router = createRouter({ routeTree: root.addChildren([license]) });
    return {
      renderLink: ({ href, ...props }) => <TanStackLink to={LICENSE} hash={href.split('#')[1] ?? ''} {...props} />,
      routed: <TanStackRouterProvider router={router} />,
    };
  },
};

const rest = () => ({ path: '*', element: <Home /> });

function Home() {
  return <p>Overview</p>;
}

function Frame() {
  return (
    <>
      <LicenseBanner />
      <Outlet />
    </>
  );
}

function TanStackFrame() {
  return (
    <>
      <LicenseBanner />
      <TanStackOutlet />
    </>
  );
}

describe('a link by the router of the host', () => {
  it.each(Object.entries(HOSTS))('leads to the panel and opens its renewal, and the page stays: %s', async (_, start) => {
    const { renderLink, routed } = start();
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: LICENSE, renderLink, children: routed });
    await expect.element(screen.getByText('Overview')).toBeVisible();
    await screen.getByRole('link', { name: 'Renew…' }).click();
    expect(loadsAnew).toBe(false);
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
    expect(location.href).toContain(`${LICENSE}#renew-license`);
    // On the page itself the panel notices the link.
    await screen.getByRole('button', { name: 'Close' }).click();
    await screen.getByRole('link', { name: 'Renew…' }).click();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
  });

  it('looks like the link that it stands for', async () => {
    const renderLink: RenderLink = ({ href, ...props }) => <a href={`${href}&by=host`} {...props} />;
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: LICENSE, renderLink });
    const link = screen.getByRole('link', { name: 'Renew…' });
    await expect.element(link).toHaveAttribute('href', `${LICENSE}#renew-license&by=host`);
    await expect.element(link).toHaveClass('alx-button');
  });
});
