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
let loadsDocument: boolean | null = null;
// Runs after the click handlers of the router, and prevents a document load, which would end the test page.
const noteClick = (event: Event) => {
  loadsDocument = !event.defaultPrevented;
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
  'React Router with hash routing': () => {
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
      <Link to={`${LICENSE}#renew-license`}>Renew now</Link>
      <Outlet />
    </>
  );
}

function TanStackFrame() {
  return (
    <>
      <LicenseBanner />
      <TanStackLink to={LICENSE} hash="renew-license">
        Renew now
      </TanStackLink>
      <TanStackOutlet />
    </>
  );
}

describe('a link rendered by the router of the app', () => {
  it.each(Object.entries(HOSTS))('opens the renewal in the panel without a document load: %s', async (_, start) => {
    const { renderLink, routed } = start();
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: LICENSE, renderLink, children: routed });
    await expect.element(screen.getByText('Overview')).toBeVisible();
    await screen.getByRole('link', { name: 'Renew license' }).click();
    expect(loadsDocument).toBe(false);
    await expect.element(screen.getByRole('button', { name: 'I have a key' })).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
    expect(location.href).toContain(`${LICENSE}#renew-license`);
    // On the page of the panel, the same link opens the renewal again.
    await screen.getByRole('button', { name: 'Close' }).click();
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(screen.getByRole('button', { name: 'I have a key' })).toBeVisible();
    // So does a link that the app renders without `renderLink`.
    await screen.getByRole('button', { name: 'Close' }).click();
    await screen.getByRole('link', { name: 'Renew now' }).click();
    expect(loadsDocument).toBe(false);
    await expect.element(screen.getByRole('button', { name: 'I have a key' })).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
  });

  it('gets the address and the class of the default link', async () => {
    const renderLink: RenderLink = ({ href, ...props }) => <a href={`${href}&by=host`} {...props} />;
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: LICENSE, renderLink });
    const link = screen.getByRole('link', { name: 'Renew license' });
    await expect.element(link).toHaveAttribute('href', `${LICENSE}#renew-license&by=host`);
    await expect.element(link).toHaveClass('alx-button');
  });
});
