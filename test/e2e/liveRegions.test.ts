import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyFromClaims } from '../../mocks/bodyFromClaims.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { DOCUMENTED_ENTITLEMENTS } from '../../mocks/scenarios.js';
import { answerLicense } from '../../tools/a11y/answerLicense.js';
import { heard, hearing, listen } from '../support/listen.js';
import { type OpenDemo, openDemo } from '../../tools/a11y/openDemo.js';

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const DAY = 86_400_000;
// The demo's time in the view of an expired license, and the new license.
const NOW = Date.UTC(2027, 4, 10);
const RENEWED_UNTIL = Date.UTC(2028, 4, 1);
const RENEWED = [...DOCUMENTED_ENTITLEMENTS, 'backend_autoscaling'];
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
    - text: "Your license expired 2 days ago. Stopping on 8 May 2027, 02:00: multi-tenancy, single sign-on (OIDC/SAML), SCIM provisioning and 3 more. Single sign-on may stop. Make sure an administrator can sign in without it."
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

// Leaves out link targets, which a screen reader does not read, and what varies.
async function read(region: Locator): Promise<string> {
  const tree = await region.ariaSnapshot();
  const words = tree
    .replace(/:\n +- \/url: .*$/gm, '')
    // Other tests check the commands, and the watch may already be a second old.
    .replace(/(region "Commands":\n +- code: ).*/, '$1the commands')
    .replace(/\d:\d\d, usually/, '0:00, usually');
  return `\n${words}\n`;
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

  it('announce each outcome of a renewal once, but not its elapsed time', async () => {
    const page = await opened('license-expired');
    await page.context().grantPermissions(['clipboard-write']);
    expect(await heardSoon(page)).toEqual([{ how: 'at once', text: expect.stringMatching(/^Your license expired\./) }]);
    const renewal = page.getByRole('region', { name: 'Renew license' });
    const press = (name: string) => renewal.getByRole('button', { name, exact: true }).click();
    const field = renewal.getByRole('textbox', { name: 'License key' });
    const watch = renewal.locator('[data-license-watch]');
    // The tree does not show `aria-current`.
    const reads = async (name: string, step: string) => {
      expect(await renewal.locator('[aria-current="step"]').getByRole('heading').allTextContents()).toEqual([step]);
      expect(await read(renewal)).toMatchSnapshot(name);
    };
    const announces = (...texts: readonly (string | RegExp)[]) =>
      expect
        .poll(async () => (await hearing(page)).map(({ how, text }) => `${how}: ${text}`))
        .toEqual(texts.map((text) => expect.stringMatching(typeof text === 'string' ? `^politely: ${text}$` : text)))
        .then(() => heard(page));
    // Lets the seconds of the watch pass one by one, so that requests can finish between them.
    const passSeconds = async (count: number) => {
      for (let second = 0; second < count; second += 1) await page.clock.runFor(1_000);
    };

    await page.getByRole('button', { name: 'Renew license' }).click();
    await renewal.getByRole('button', { name: 'I have a key' }).waitFor();
    await announces('Loading…');
    await reads('step 1', 'Get a new license key');

    await press('I have a key');
    await reads('step 2', 'Check the key');
    const incomplete = 'The key is incomplete\\. Copy it from the first character to the last\\.';
    for (let times = 0; times < 2; times += 1) {
      await field.fill('eyJhbGciOiJFZERTQSJ9.eyJ0aWVyIjoi');
      await press('Check key');
      await announces(incomplete);
    }
    await reads('step 2 with a refused key', 'Check the key');
    await field.fill(await mintLicenseKey({ expiresAt: RENEWED_UNTIL, entitlements: RENEWED, subject: 'Acme GmbH' }));
    await press('Check key');
    await announces('Signature verified\\.This is a demo key\\. It works only with the mock API\\.');
    await reads('step 2 with a good key', 'Check the key');

    await press('Continue');
    await reads('step 3', 'Apply the key');
    await press('Copy commands');
    await announces('Copied');

    await press('Start checking');
    await announces('The API still reports the current license\\.');
    await reads('step 4', 'Confirm the renewal');
    await passSeconds(12);
    await watch.getByText(/^0:1\d, usually/).waitFor();
    expect(await heard(page)).toEqual([]);
    await answerLicense(page, null);
    await passSeconds(3);
    await announces('The API isn’t responding\\. A restart takes 15–60 seconds\\.');
    await passSeconds(12);
    await watch.getByText(/^0:2\d, usually/).waitFor();
    expect(await heard(page)).toEqual([]);
    await answerLicense(page, bodyFromClaims({ tier: 'enterprise', entitlements: RENEWED, exp: RENEWED_UNTIL / 1_000 }, NOW));
    await passSeconds(6);
    // The banner announces its sentence a moment later.
    await announces('Now included: backend autoscaling\\.', 'License renewed\\. It now expires on 1 May 2028\\.');
    await reads('step 4 with a new license', 'Confirm the renewal');

    await press('Done');
    await renewal.waitFor({ state: 'detached' });
    expect(await heard(page)).toEqual([]);
    await page.context().close();
  });
});
