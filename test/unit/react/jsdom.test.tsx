// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoPublicKey } from '../../../mocks/demoKey.js';
import { mintLicenseKey } from '../../../mocks/mintLicenseKey.js';
import { createLicenseClient, watchPaymentRequired } from '../../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '../../../src/index.js';
import { bannerMessages as banner, noticeMessages as notice, panelMessages as panel } from '../../../src/messages/en.js';
import { renewalMessages as renewal } from '../../../src/messages/enRenewal.js';

const DAY = 86_400_000;
const FEATURES = ['multi_tenant', 'oidc', ...Array.from({ length: 12 }, (_, index) => `feature_${index}`)];

// Generous, so that a busy machine does not fail a test.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// Globals that jest-environment-jsdom and older versions of jsdom lack.
const LACKING = { structuredClone: undefined, crypto: undefined };

describe.each([
  ['jsdom', {}],
  ['a jsdom with fewer APIs', LACKING],
])('in %s', (name, globals) => {
  it('every component renders and reacts to user input', { timeout: 30_000 }, async () => {
    const licenseKey = await mintLicenseKey({ expiresAt: Date.now() + 365 * DAY, entitlements: FEATURES });
    for (const [key, value] of Object.entries(globals)) vi.stubGlobal(key, value);
    if (name !== 'jsdom') Reflect.deleteProperty(URL, 'createObjectURL');
    const body = {
      tier: 'enterprise',
      entitlements: FEATURES,
      expires_at: new Date(Date.now() - 9 * DAY).toISOString(),
      days_remaining: 0,
      grace_remaining_seconds: 0,
    };
    const fetch = async (input: RequestInfo | URL) =>
      String(input).endsWith('/admin/license') ? Response.json(body) : Response.json({ entitlement: 'multi_tenant' }, { status: 402 });
    const client = createLicenseClient({ baseUrl: 'http://localhost', scope: 'ada', fetch });
    const thrown = vi.spyOn(console, 'error').mockImplementation(() => undefined);

    render(
      <QueryClientProvider client={new QueryClient()}>
        <LicenseProvider client={client} role="admin" licenseHref="/license">
          <LicenseBanner />
          <LicensePanel renewal={{ trustedKeys: [demoPublicKey] }} />
          <EntitlementGate entitlement="oidc">
            <button type="button">Sign in</button>
          </EntitlementGate>
          <PaymentRequiredNotice />
        </LicenseProvider>
      </QueryClientProvider>,
    );
    const part = (part: string) => document.querySelector<HTMLElement>(`[data-license-part="${part}"]`);
    const press = (label: string) => fireEvent.click(screen.getAllByRole('button', { name: label })[0] ?? document.body);
    await waitFor(() => expect(part('panel')?.dataset['licenseState']).toBe('expired'));
    press(banner.collapse);
    press(banner.expand);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'feature_1' } });
    await waitFor(() => expect(screen.getAllByRole('listitem').filter((row) => row.dataset['entitlement'])).toHaveLength(3));
    press(panel.checkNow);
    await screen.findByRole('button', { name: panel.checkNow });

    await watchPaymentRequired(fetch, client)('http://localhost/admin/tenants');
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${notice.dismiss}`) }));
    await waitFor(() => expect(part('notices')).toBeNull());

    press(panel.renew);
    fireEvent.click(await screen.findByRole('button', { name: renewal.get.share }));
    press(renewal.get.next);
    const field = screen.getByLabelText(renewal.check.label, { selector: 'textarea' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: licenseKey } });
    press(renewal.check.action);
    const verdict = name === 'jsdom' ? renewal.check.verified : renewal.check.unverified;
    expect(await screen.findByText(verdict)).toBeTruthy();
    press(renewal.check.next);
    expect(document.activeElement?.textContent).toBe(renewal.apply.title);
    press(`${renewal.show} ${renewal.check.title}`);
    expect(document.activeElement).toBe(field);
    press(renewal.check.again);
    fireEvent.change(document.querySelector('input[type="file"]') ?? document.body, {
      target: { files: [new File(['rubbish'], 'license.key')] },
    });
    expect(await screen.findByText(renewal.check.problems.malformed_token, undefined)).toBeTruthy();
    press(`${renewal.show} ${renewal.apply.title}`);
    expect(screen.getByText(renewal.apply.refused)).toBeTruthy();
    press(renewal.apply.showAll);
    for (const label of [renewal.apply.variants['secret-patch'], renewal.apply.methods.quadlet, renewal.apply.sources.prompt])
      fireEvent.click(screen.getByRole('radio', { name: label }));
    press(renewal.copy.copy);
    expect(await screen.findByText(renewal.copy.notCopied)).toBeTruthy();
    press(renewal.watch.start);
    expect(document.activeElement?.textContent).toBe(renewal.watch.title);
    fireEvent.click(await screen.findByRole('button', { name: renewal.watch.stop }));
    Object.assign(body, { expires_at: new Date(Date.now() + 365 * DAY).toISOString(), days_remaining: 365 });
    press(renewal.watch.start);
    fireEvent.click(await screen.findByRole('button', { name: renewal.watch.done }));
    expect(document.activeElement?.textContent).toBe(panel.renew);
    press(panel.renew);
    await screen.findByRole('button', { name: renewal.get.next });
    press(panel.renewClose);
    press(renewal.support.copy);
    // A license that has lapsed has no events for a calendar.
    Object.assign(body, {
      expires_at: new Date(Date.now() - 2 * DAY).toISOString(),
      days_remaining: 0,
      grace_remaining_seconds: 5 * 86_400,
    });
    press(panel.checkNow);
    fireEvent.click(await screen.findByRole('button', { name: renewal.support.calendar }));

    expect(part('banner')).not.toBeNull();
    expect(part('panel')).not.toBeNull();
    expect(thrown.mock.calls.filter(([error]) => !String(error).includes('LicenseError'))).toEqual([]);
  });
});
