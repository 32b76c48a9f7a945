import { QueryClient } from '@tanstack/react-query';
import { Profiler, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient, licenseKeys } from '../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '../../src/index.js';
import { bodyFromClaims } from '../../mocks/bodyFromClaims.js';
import { part } from '../support/renderDashboard.js';

const DAY = 86_400_000;

describe('a thousand polls without a change', () => {
  it.each([
    ['in grace, although the bodies differ', -2 * DAY - 3_600_000],
    ['while active', 300 * DAY + 3_600_000],
  ])('cause no render %s', async (_, expiresIn) => {
    const exp = Math.floor((Date.now() + expiresIn) / 1_000);
    let polls = 0;
    const bodies = new Set<string>();
    const answer = async () => {
      polls += 1;
      // The clock of the API advances by one minute during the thousand polls.
      const now = Date.now() + polls * 60;
      const body = bodyFromClaims({ tier: 'enterprise', entitlements: ['oidc', 'scim'], exp }, now);
      bodies.add(JSON.stringify(body));
      return Response.json(body, { headers: { date: new Date(now).toUTCString() } });
    };
    const client = createLicenseClient({ baseUrl: '', scope: 'ada', fetch: answer });
    const queryClient = new QueryClient();
    const commits: string[] = [];
    const counted = (id: string, content: ReactNode) => (
      <Profiler id={id} onRender={(name) => commits.push(name)}>
        {content}
      </Profiler>
    );
    await render(
      counted(
        'provider',
        <LicenseProvider client={client} role="admin" queryClient={queryClient}>
          {counted('banner', <LicenseBanner />)}
          {counted('panel', <LicensePanel />)}
          {counted('notices', <PaymentRequiredNotice />)}
          {counted('gate', <EntitlementGate entitlement="oidc">open</EntitlementGate>)}
        </LicenseProvider>,
      ),
    );
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    await expect.poll(() => document.querySelector('[data-license-part="panel"]')?.textContent).toContain('Last updated just now');
    commits.length = 0;
    const before = polls;
    for (let poll = 0; poll < 1_000; poll += 1) {
      await queryClient.refetchQueries({ queryKey: licenseKeys.license(client) });
      // TanStack Query notifies its observers in a separate task.
      if (poll % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(polls - before).toBe(1_000);
    // The panel shows the time of the last check, and the outer Profiler counts its commits, too.
    const [others, panels] = [
      commits.filter((name) => name !== 'panel' && name !== 'provider'),
      commits.filter((name) => name === 'panel'),
    ];
    expect(others).toEqual([]);
    expect(commits.filter((name) => name === 'provider')).toHaveLength(panels.length);
    expect(panels.length).toBeLessThan(4);
    if (expiresIn < 0) expect(bodies.size).toBeGreaterThan(1);
  });
});
