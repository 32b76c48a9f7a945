import { describe, expect, it } from 'vitest';
import { LicensePanel } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

const SIGN_ON = 'Single sign-on may stop. Make sure an administrator can sign in without it.';
const ALL = [
  SIGN_ON,
  'Creating and managing tenants may stop.',
  'Your identity provider may no longer add or remove users.',
  'Bulk export of the audit log stops.',
  'The Memcached cache may stop.',
  'Secrets read from Vault may become unavailable.',
];

const list = () => Array.from(document.querySelectorAll('.alx-next .alx-stops li'), ({ textContent }) => textContent);
const loaded = () => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');

describe('the list of features that may stop', () => {
  it.each(['expiring', 'grace'] as const)('appears in panel and renewal in the scenario %s, single sign-on first', async (scenario) => {
    const { screen } = await renderDashboard({ scenario, children: <LicensePanel /> });
    await expect.poll(list).toEqual(ALL);
    await screen.getByRole('button', { name: 'Renew license' }).click();
    const step = screen.getByRole('listitem', { name: 'Get a new license key' });
    await expect.element(step.getByText(/^6 features stop on \d/)).toBeVisible();
    expect(
      step
        .getByRole('listitem')
        .elements()
        .map(({ textContent }) => textContent),
    ).toEqual(ALL);
  });

  it.each(['active', 'expired', 'unlicensed'] as const)('is not listed in the scenario %s', async (scenario) => {
    await renderDashboard({ scenario });
    await loaded();
    expect(list()).toEqual([]);
  });

  it('names only features of the license that have a sentence', async () => {
    const license = { tier: 'enterprise', entitlements: ['made_up', 'vault'], days_remaining: 0, grace_remaining_seconds: 432_000 };
    const expires_at = new Date(Date.now() - 2 * 86_400_000).toISOString();
    await renderDashboard({ answer: () => Response.json({ ...license, expires_at }) });
    await expect.poll(list).toEqual(['Secrets read from Vault may become unavailable.']);
    expect(part('banner')?.textContent).not.toContain('Single sign-on may stop');
  });

  it('is in the banner only for single sign-on, and only in the grace period', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace' });
    await expect.poll(() => part('banner')?.textContent).toContain(`and 3 more. ${SIGN_ON}`);
    await screen.getByRole('button', { name: 'Hide details' }).click();
    expect(part('banner')?.textContent).not.toContain(SIGN_ON);
  });

  it.each(['expiring', 'expired'] as const)('is not in the banner in the scenario %s', async (scenario) => {
    await renderDashboard({ scenario });
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('fresh');
    expect(part('banner')?.textContent).not.toContain(SIGN_ON);
  });

  it('is replaced or removed by the messages of the app', async () => {
    const messages = {
      banner: { signOn: '' },
      panel: { stops: { oidc: 'Use the local account of the operator.', scim: '', made_up: 'Something else.' } },
    };
    await renderDashboard({ scenario: 'grace', messages });
    await expect.poll(list).toEqual(['Use the local account of the operator.', ALL[1], ...ALL.slice(3)]);
    expect(part('banner')?.textContent).not.toContain('Single sign-on may stop');
  });
});
