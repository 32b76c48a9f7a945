import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient } from '../../src/client.js';
import { LicensePanel, LicenseProvider } from '../../src/index.js';
import { answerLicense, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
const errors = vi.spyOn(console, 'error');
const logged = () => errors.mock.calls.map(([error]) => String(error?.message)).filter((message) => !message.startsWith('act'));

beforeEach(() => {
  errors.mockReset().mockImplementation(() => undefined);
});

describe('the console in development', () => {
  it('reports that the dev server answered with its own page', async () => {
    await renderDashboard({
      answer: () => new Response('<!doctype html><title>App</title>', { headers: { 'content-type': 'text/html' } }),
    });
    await expect.poll(logged).toEqual([expect.stringMatching(/answered by something other than Alexandria.*proxy \/admin\/license/)]);
  });

  it('reports nothing if a check fails after an earlier one has succeeded', async () => {
    const { screen } = await renderDashboard();
    await expect.element(screen.getByText('Last updated just now').first()).toBeVisible();
    answerLicense(() => new Response(null, { status: 404 }));
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('not-found');
    expect(logged()).toEqual([]);
  });

  it('reports two providers with the same client, but not two providers with different clients', async () => {
    const queryClient = new QueryClient();
    const client = createLicenseClient({ baseUrl: '', scope: 'grace' });
    const inner = <LicensePanel />;
    const own = (
      <LicenseProvider client={createLicenseClient({ baseUrl: '/eu', scope: 'grace' })} role="member" queryClient={queryClient}>
        {inner}
      </LicenseProvider>
    );
    const first = await renderDashboard({ children: own });
    await first.screen.unmount();
    expect(logged()).toEqual([]);
    const again = (
      <LicenseProvider client={client} role="member" queryClient={queryClient}>
        <LicenseProvider client={client} role="member" queryClient={queryClient}>
          {inner}
        </LicenseProvider>
      </LicenseProvider>
    );
    await renderDashboard({ children: again });
    await expect.poll(logged).toEqual([expect.stringMatching(/Two LicenseProviders .* Keep one/)]);
  });

  it('reports once that the app creates a client on each render, and the app keeps working', async () => {
    const queryClient = new QueryClient();
    const fetch = async () => Response.json({ tier: 'enterprise', entitlements: ['oidc'], expires_at: null });
    const app = () => (
      <LicenseProvider client={createLicenseClient({ baseUrl: '', scope: 'ada', fetch })} role="admin" queryClient={queryClient}>
        <LicensePanel />
      </LicenseProvider>
    );
    const screen = await render(app());
    for (let again = 0; again < 6; again += 1) await screen.rerender(app());
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    expect(logged()).toEqual([expect.stringMatching(/a new client on each render.*useMemo/)]);
  });

  it('reports a missing stylesheet', async () => {
    const sheets = Array.from(document.styleSheets);
    for (const sheet of sheets) sheet.disabled = true;
    try {
      await renderDashboard();
      await renderDashboard();
      await expect.poll(logged, { timeout: 10_000 }).toEqual([expect.stringMatching(/stylesheet is missing: import/)]);
    } finally {
      for (const sheet of sheets) sheet.disabled = false;
    }
  });
});
