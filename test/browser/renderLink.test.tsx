import { QueryClient } from '@tanstack/react-query';
import { Component, createContext, forwardRef, lazy, memo, type ReactNode, Suspense, useContext, useEffect, useRef, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient } from '../../src/client.js';
import {
  LicenseBanner,
  type LicenseLinkProps,
  LicensePanel,
  LicenseProvider,
  PaymentRequiredNotice,
  type RenderLink,
} from '../../src/index.js';
import { notices, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
afterEach(() => vi.restoreAllMocks());

const HREF = '/license#renew-license';
const BasePath = createContext('/app');

/** The link that the forms of `renderLink` below render: an anchor with a base path from a context. */
function Anchor({ href, ...props }: LicenseLinkProps) {
  return <a href={`${useContext(BasePath)}${href}`} data-by="app" {...props} />;
}

class ClassLink extends Component<LicenseLinkProps> {
  override render() {
    return <Anchor {...this.props} />;
  }
}

// A component of an app may declare fewer props than it receives, and more.
const RouterLink = ({ prefetch = true, ...props }: LicenseLinkProps & { readonly prefetch?: boolean }) => (
  <Anchor data-prefetch={prefetch} {...props} />
);

const FORMS: readonly (readonly [form: string, link: RenderLink])[] = [
  ['a function that returns an element', (props) => <Anchor {...props} />],
  ['a function that uses hooks', Anchor],
  ['a function component with more props', RouterLink],
  ['a memo component', memo(Anchor)],
  [
    'a forwardRef component',
    forwardRef<HTMLAnchorElement, LicenseLinkProps>((props, ref) => <a ref={ref} data-by="app" {...props} href={`/app${props.href}`} />),
  ],
  ['a memo of a forwardRef component', memo(forwardRef<unknown, LicenseLinkProps>((props, _) => <Anchor {...props} />))],
  ['a class component', ClassLink],
  ['a lazy component', lazy(async () => ({ default: Anchor }))],
];

/** Renders banner and notices of an expired license, with a provider whose props can change. */
async function renderApp(first: { readonly renderLink?: RenderLink; readonly licenseHref?: string }) {
  const body = { tier: 'enterprise', entitlements: ['scim'], expires_at: new Date(Date.now() - 20 * 86_400_000).toISOString() };
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', storage: null, fetch: async () => Response.json(body) });
  const queries = new QueryClient();
  const app = (props: typeof first) => (
    <LicenseProvider client={client} role="admin" locale="en-GB" queryClient={queries} {...props}>
      <LicenseBanner />
    </LicenseProvider>
  );
  const screen = await render(app(first));
  await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('expired');
  return { screen, link: screen.getByRole('link', { name: 'Renew license' }), set: (props: typeof first) => screen.rerender(app(props)) };
}

const mounts = vi.fn();
/** A link that records its mounts. */
function MountedLink(props: LicenseLinkProps): ReactNode {
  useEffect(mounts, []);
  return <Anchor {...props} />;
}

/** Returns a link that shows which render was the first, and whether others followed. */
function useCountingLink(props: LicenseLinkProps): ReactNode {
  const renders = useRef(0);
  renders.current += 1;
  const [first] = useState(renders.current);
  return <a {...props} data-license-renews={`${first} ${renders.current > 1}`} />;
}

const appLinks = () => [...document.querySelectorAll('[data-by="app"]')];

describe('renderLink', () => {
  it.each(FORMS)('renders the link of the banner with %s', async (_, renderLink) => {
    const errors = vi.spyOn(console, 'error');
    const { screen } = await renderDashboard({
      scenario: 'grace',
      licenseHref: '/license',
      renderLink,
      children: (
        <Suspense>
          <LicenseBanner />
        </Suspense>
      ),
    });
    const link = screen.getByRole('link', { name: 'Renew license' });
    await expect.element(link).toHaveAttribute('href', `/app${HREF}`);
    await expect.element(link).toHaveAttribute('data-by', 'app');
    await expect.element(link).toHaveAttribute('data-license-renews', '');
    await expect.element(link).toHaveClass('alx-button', 'alx-main');
    expect(errors).not.toHaveBeenCalled();
  });

  it.each(FORMS)('renders the link of a notice with %s, and no link to another place', async (_, renderLink) => {
    const { screen, ask } = await renderDashboard({
      scenario: 'expired',
      licenseHref: '/license',
      entitlementDocs: { scim: '/docs/scim' },
      renderLink,
      children: (
        <Suspense>
          <LicensePanel />
          <PaymentRequiredNotice />
        </Suspense>
      ),
    });
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('expired');
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim lapsed']);
    await expect.element(screen.getByRole('link', { name: 'Renew license' })).toHaveAttribute('href', `/app${HREF}`);
    await expect.element(screen.getByRole('link', { name: 'About this feature' })).not.toHaveAttribute('data-by');
  });

  it.each(FORMS)('opens the renewal of a panel on the same page by a link that is %s', async (_, renderLink) => {
    addEventListener('click', (event) => event.preventDefault(), { once: true });
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: '/license', renderLink });
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(screen.getByRole('button', { name: 'I have a key' })).toBeVisible();
  });

  it('keeps the link and its focus if each render of the app passes a new function', async () => {
    mounts.mockClear();
    const { link, set } = await renderApp({ licenseHref: '/license', renderLink: (props) => <MountedLink {...props} /> });
    const element = link.element();
    if (!(element instanceof HTMLElement)) throw new Error('There is no link.');
    element.focus();
    for (const title of ['one', 'two', 'three']) {
      await set({ licenseHref: '/license', renderLink: (props) => <MountedLink {...props} data-license-renews={title} /> });
      await expect.element(link).toHaveAttribute('data-license-renews', title);
    }
    expect(link.element()).toBe(element);
    await expect.element(link).toHaveFocus();
    expect(mounts).toHaveBeenCalledTimes(1);
  });

  it('keeps the state of hooks in a function that is new on each render', async () => {
    const { link, set } = await renderApp({});
    await set({ licenseHref: '/license', renderLink: (props) => useCountingLink(props) });
    await set({ licenseHref: '/license', renderLink: (props) => useCountingLink(props) });
    await set({ licenseHref: '/license', renderLink: (props) => useCountingLink(props) });
    await expect.element(link).toHaveAttribute('data-license-renews', '1 true');
  });

  it('follows the rules of hooks if licenseHref is removed and added again', async () => {
    const errors = vi.spyOn(console, 'error');
    const { link, set } = await renderApp({ licenseHref: '/license', renderLink: Anchor });
    await expect.element(link).toBeVisible();
    await set({ renderLink: Anchor });
    await expect.poll(appLinks).toHaveLength(0);
    await set({ licenseHref: 'javascript:alert(1)', renderLink: Anchor });
    await expect.poll(appLinks).toHaveLength(0);
    await set({ licenseHref: '/other', renderLink: Anchor });
    await expect.element(link).toHaveAttribute('href', '/app/other#renew-license');
    expect(part('banner')?.dataset['licenseState']).toBe('expired');
    expect(errors).not.toHaveBeenCalled();
  });

  it('changes between the default link, a function and components while the banner is shown', async () => {
    const errors = vi.spyOn(console, 'error');
    const { link, set } = await renderApp({ licenseHref: '/license' });
    await expect.element(link).toHaveAttribute('href', HREF);
    for (const renderLink of [Anchor, ClassLink, memo(Anchor), (props: LicenseLinkProps) => <Anchor {...props} />]) {
      await set({ licenseHref: '/license', renderLink });
      await expect.element(link).toHaveAttribute('href', `/app${HREF}`);
    }
    await set({ licenseHref: '/license' });
    await expect.element(link).toHaveAttribute('href', HREF);
    expect(errors).not.toHaveBeenCalled();
  });
});
