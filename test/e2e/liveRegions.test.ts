import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heard, hearing, listen } from '../support/listen.js';
import { type OpenDemo, openDemo } from '../../tools/a11y/openDemo.js';

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const DAY = 86_400_000;
const part = (page: Page, name: string) => page.locator(`[data-license-part="${name}"]`);

const BANNERS = {
  'license-expiring': `
- region "License status":
  - paragraph:
    - strong: Your ⁨Enterprise⁩ license expires in 5 days.
    - text: Licensed features keep working until 8 May 2027, 02:00.
  - link "Renew license"
  - button "Remind me tomorrow"
`,
  'license-grace': `
- region "License status":
  - paragraph:
    - strong: Licensed features stop in 4 days, 21 hours.
    - text: "Your license expired 2 days ago. Stopping on 8 May 2027, 02:00: multi-tenancy, single sign-on (OIDC/SAML), SCIM provisioning and 3 more."
  - link "Renew license"
  - button "Hide details" [expanded]
`,
  'license-expired': `
- region "License status":
  - paragraph:
    - strong: Your license expired. 6 licensed features are off.
    - text: "The core API keeps working. Off since 8 May 2027, 02:00: multi-tenancy, single sign-on (OIDC/SAML), SCIM provisioning and 3 more."
  - link "Renew license"
  - button "Hide details" [expanded]
`,
  'banner-collapsed': `
- region "License status":
  - paragraph:
    - strong: Your license expired. 6 licensed features are off.
  - link "Renew license"
  - button "Show details"
`,
};

const NOTICES = {
  'notice-lapsed': `
- region "Feature notices":
  - group "SCIM provisioning is off":
    - paragraph: SCIM provisioning is off
    - paragraph: Your license expired and its grace period ended on 8 May 2027. To turn this back on, apply a new key and restart the API.
    - link "Renew license"
    - 'button "Dismiss: SCIM provisioning is off"': Dismiss
`,
  'notice-not-included': `
- region "Feature notices":
  - group "Backend autoscaling isn’t included in your license":
    - paragraph: Backend autoscaling isn’t included in your license
    - paragraph: Your ⁨Enterprise⁩ license doesn’t include ⁨backend_autoscaling⁩. Ask your account representative about adding it.
    - link "Contact"
    - 'button "Dismiss: Backend autoscaling isn’t included in your license"': Dismiss
`,
  'notice-no-license': `
- region "Feature notices":
  - group "Multi-tenancy requires a license":
    - paragraph: Multi-tenancy requires a license
    - paragraph: The API has no license. Ask your account representative for a license key.
    - link "Contact"
    - 'button "Dismiss: Multi-tenancy requires a license"': Dismiss
`,
  'notice-disputed': `
- region "Feature notices":
  - group "Memcached blob cache is licensed but was refused":
    - paragraph: Memcached blob cache is licensed but was refused
    - paragraph: Your license includes this, but the API refused the request. The API reads its key only at start-up, so it may need a restart.
    - link "View license"
    - 'button "Dismiss: Memcached blob cache is licensed but was refused"': Dismiss
`,
  'notice-unnamed': `
- region "Feature notices":
  - group "A licensed feature isn’t available":
    - paragraph: A licensed feature isn’t available
    - paragraph: The API refused a request (402) without naming the feature. Your license expired and its grace period ended on 8 May 2027.
    - link "View license"
    - 'button "Dismiss: A licensed feature isn’t available"': Dismiss
`,
  'notice-member': `
- region "Feature notices":
  - group "Multi-tenancy isn’t available":
    - paragraph: Multi-tenancy isn’t available
    - paragraph: Ask your administrator for help.
    - 'button "Dismiss: Multi-tenancy isn’t available"': Dismiss
`,
  'notices-folded': `
- region "Feature notices":
  - group "Memcached blob cache is off":
    - paragraph: Memcached blob cache is off
    - paragraph: Your license expired and its grace period ended on 8 May 2027. To turn this back on, apply a new key and restart the API.
    - link "Renew license"
    - button "Show 2 more"
    - 'button "Dismiss: Memcached blob cache is off"': Dismiss
`,
};

const GATE = `
- main:
  - heading "Secrets" [level=1]
  - group "Vault secrets backend requires a license":
    - paragraph: Vault secrets backend requires a license
    - paragraph: The API has no license. Ask your account representative for a license key.
    - link "Contact"
`;

const PANELS = [
  'license-active',
  'license-grace',
  'license-expired',
  'license-unlicensed',
  'license-no-end',
  'license-member',
  'check-failed',
  'check-unauthorized',
];

// Leaves out link targets, which a screen reader does not read.
async function read(region: Locator): Promise<string> {
  const tree = await region.ariaSnapshot();
  return `\n${tree.replace(/:\n +- \/url: .*$/gm, '')}\n`;
}

describe('a screen reader reads', () => {
  it.each(Object.entries(BANNERS))('the banner: %s', async (name, text) => {
    const page = await demo.open(name);
    expect(await read(part(page, 'banner'))).toBe(text);
    await page.context().close();
  });

  it.each(Object.entries(NOTICES))('the notices: %s', async (name, text) => {
    const page = await demo.open(name);
    expect(await read(part(page, 'notices'))).toBe(text);
    await page.context().close();
  });

  it('the explanation in place of a feature that is off', async () => {
    const page = await demo.open('gate');
    expect(await read(page.getByRole('main'))).toBe(GATE);
    await page.context().close();
  });

  it.each(PANELS)('the panel: %s', async (name) => {
    const page = await demo.open(name);
    expect(await read(part(page, 'panel'))).toMatchSnapshot();
    await page.context().close();
  });
});

// Waits, because an announcement follows a moment after the change is visible.
async function heardSoon(page: Page, count = 1): ReturnType<typeof heard> {
  await expect.poll(async () => (await hearing(page)).length).toBeGreaterThanOrEqual(count);
  return heard(page);
}

describe('live regions', () => {
  const opened = async (name: string) =>
    demo.open(name, {
      before: async (page) => {
        await page.clock.install();
        await listen(page);
      },
    });
  const pass = async (page: Page, ms: number) => {
    await page.clock.fastForward(ms);
    // Lets everything finish that the jump in time has started, including API requests.
    await page.clock.runFor(2_000);
  };
  const becomes = (page: Page, state: string) => expect.poll(() => part(page, 'panel').getAttribute('data-license-state')).toBe(state);

  it('announce each license change once, politely before the expiry and at once after it, and the renewal', async () => {
    const page = await opened('controls');
    expect(await heardSoon(page)).toEqual([{ how: 'politely', text: 'Your ⁨Enterprise⁩ license expires in 5 days.' }]);

    await pass(page, 2 * DAY);
    await part(page, 'banner').getByText('in 3 days').waitFor();
    expect(await heard(page)).toEqual([]);

    await pass(page, 4 * DAY);
    await becomes(page, 'grace');
    expect(await heardSoon(page)).toEqual([{ how: 'at once', text: expect.stringMatching(/^Licensed features stop in 6 days/) }]);

    await pass(page, DAY);
    await becomes(page, 'grace');
    expect(await heard(page)).toEqual([]);

    await pass(page, 6 * DAY);
    await becomes(page, 'expired');
    expect(await heardSoon(page)).toEqual([
      { how: 'at once', text: expect.stringMatching(/^Your license expired\. 6 licensed features are off\.$/) },
    ]);

    await page.getByRole('button', { name: 'Renew in the background' }).click();
    await pass(page, 3_600_000);
    await becomes(page, 'active');
    // Ignores the announcements of the demo controls.
    const ofLicense = async () => (await hearing(page)).filter(({ text }) => !text.startsWith('The API has a new key'));
    await expect.poll(ofLicense).toEqual([{ how: 'politely', text: expect.stringMatching(/^License renewed\. It now expires on/) }]);
    await page.context().close();
  });

  it('announce the outcome of a manual check, but not of a background check', async () => {
    const page = await opened('license-grace');
    expect(await heardSoon(page)).toHaveLength(1);
    await pass(page, 3_600_000);
    expect(await heard(page)).toEqual([]);
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => page.getByText('Last updated just now').count()).toBe(2);
    await expect.poll(() => hearing(page)).toEqual([{ how: 'politely', text: 'Last updated just now' }]);
    await page.context().close();
  });

  it('announce one sentence for twelve requests refused at once, and one for the next feature', async () => {
    const page = await opened('notice-lapsed');
    const [license, ...features] = [...(await heardSoon(page, 2))].sort((a, b) => a.how.localeCompare(b.how));
    expect(license).toEqual({ how: 'at once', text: expect.stringMatching(/^Your license expired\./) });
    expect(features).toEqual([{ how: 'politely', text: expect.stringMatching(/^SCIM provisioning is off\. See feature notices$/) }]);
    await page.locator('nav a[href*="page=tenants"]').click();
    await expect.poll(() => page.getByRole('button', { name: 'Show 1 more' }).count()).toBe(1);
    await expect
      .poll(() => hearing(page))
      .toEqual([{ how: 'politely', text: expect.stringMatching(/^Multi-tenancy is off\. See feature notices$/) }]);
    await page.context().close();
  });

  it('announce the outcome of each renewal step once', async () => {
    const page = await opened('renewal-2-refused');
    const steps = (await heard(page)).filter(({ text }) => !text.startsWith('Your license expired.'));
    expect(steps).toEqual([
      { how: 'politely', text: 'Loading…' },
      { how: 'politely', text: expect.stringMatching(/^The key is incomplete/) },
    ]);
    await page.context().close();
  });
});
