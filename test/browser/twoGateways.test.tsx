import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { handlers } from '../../mocks/handlers.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { startAlexandria } from '../../mocks/startAlexandria.js';
import { createLicenseClient, type LicenseClient, watchPaymentRequired } from '../../src/client.js';
import { LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '../../src/index.js';
import { answerFirst, withWorker } from '../support/renderDashboard.js';

withWorker();

const stacks = () => Array.from(document.querySelectorAll<HTMLElement>('[data-license-part="notices"]'));
const opened = (name: string) => document.querySelector(`#${name} [data-license-part="panel"] section.alx-renewal`) !== null;
const covers = (a: DOMRect, b: DOMRect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const here = `${location.pathname}${location.search}`;
afterEach(() => history.replaceState(null, '', here));

/** Renders a page with two expired gateways, each with its own provider. */
async function renderTwo(licenseHref = (name: string) => `#${name}`) {
  const token = await mintSessionToken('admin');
  const authorization = () => `Bearer ${token}`;
  const gateways: { name: string; client: LicenseClient; queries: QueryClient; ask: (path: string) => Promise<Response> }[] = [];
  for (const name of ['europe', 'america']) {
    answerFirst(...handlers(await startAlexandria({ scenario: 'expired' }), { baseUrl: `*/${name}` }));
    const client = createLicenseClient({ baseUrl: `/${name}`, scope: 'ada', authorization });
    const watched = watchPaymentRequired((...request) => globalThis.fetch(...request), client);
    const ask = (path: string) => watched(`/${name}${path}`, { headers: { authorization: authorization() } });
    gateways.push({ name, client, queries: new QueryClient(), ask });
  }
  await render(
    <StrictMode>
      {gateways.map(({ name, client, queries }) => (
        <LicenseProvider key={name} client={client} queryClient={queries} role="admin" locale="en-GB" licenseHref={licenseHref(name)}>
          <section id={name}>
            <LicenseBanner />
            <LicensePanel />
            <PaymentRequiredNotice />
          </section>
        </LicenseProvider>
      ))}
    </StrictMode>,
  );
  for (const { name } of gateways) {
    await expect.poll(() => document.querySelector(`#${name} [data-license-state="expired"]`)).not.toBeNull();
  }
  return gateways;
}

describe('two gateways on one page', () => {
  it.each([1280, 800, 360])('have notices that do not cover each other, in a window of %i px', async (width) => {
    await page.viewport(width, 800);
    const gateways = await renderTwo();
    // Sent together, so that neither notice appears first.
    await Promise.all(gateways.map(({ ask }) => ask('/admin/audit/export')));
    await expect.poll(() => stacks().length).toBe(2);
    const apart = () => {
      const [first, second] = stacks().map((stack) => stack.getBoundingClientRect());
      return first !== undefined && second !== undefined && !covers(first, second);
    };
    await expect.poll(apart).toBe(true);
  });

  it('have links that open only the renewal of their own panel', async () => {
    await renderTwo();
    document.querySelector<HTMLElement>('#america [data-license-part="banner"] a')?.click();
    await expect.poll(() => opened('america')).toBe(true);
    expect(opened('europe')).toBe(false);
  });

  it('have links with the fragment of the renewal that open only the renewal of their own panel', async () => {
    await renderTwo(() => here);
    const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    document.querySelector<HTMLElement>('#america [data-license-part="banner"] a')?.click();
    // The link leads to the fragment, which both panels observe.
    await changed;
    expect(location.hash).toBe('#renew-license');
    await expect.poll(() => opened('america')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(opened('europe')).toBe(false);
    // The URL no longer changes.
    document.querySelector<HTMLElement>('#europe [data-license-part="banner"] a')?.click();
    await expect.poll(() => opened('europe')).toBe(true);
  });

  it('both open their renewal if the app sets the fragment, which names neither', async () => {
    await renderTwo(() => here);
    location.hash = '#renew-license';
    await expect.poll(() => [opened('europe'), opened('america')]).toEqual([true, true]);
  });

  it('keep each notice on its own side, even if the other one appears first and is dismissed', async () => {
    await page.viewport(1280, 800);
    const [europe, america] = await renderTwo();
    await america?.ask('/admin/audit/export');
    await expect.poll(() => stacks().length).toBe(1);
    await europe?.ask('/admin/audit/export');
    await expect.poll(() => stacks().map((stack) => stack.dataset['side'])).toEqual(['start', 'end']);
    document.querySelector<HTMLElement>('#america [data-license-part="notices"] button')?.click();
    await expect.poll(() => stacks().length).toBe(1);
    await america?.ask('/scim/v2/Users');
    await expect.poll(() => stacks().map((stack) => stack.dataset['side'])).toEqual(['start', 'end']);
  });
});
