import type { Page } from 'playwright';
import { mintLicenseKey } from '../../../mocks/mintLicenseKey.js';
import { isScenarioName, type Scenario, type ScenarioName, scenarios } from '../../../mocks/scenarios.js';

/** One view of the demo: its URL, and the steps that lead to it. */
export type View = {
  readonly name: string;
  /** The section of the gallery. */
  readonly group: 'license' | 'checks' | 'notices' | 'renewal' | 'languages';
  readonly scenario: ScenarioName;
  /** The demo's query string, without the parameters that every view has: scenario, theme, direction and time. */
  readonly query: Readonly<Record<string, string>>;
  /** A selector that must match before the steps or a picture. */
  readonly shown: string;
  readonly steps?: (page: Page) => Promise<void>;
};

const DAY = 86_400_000;
const EXPIRY = Date.UTC(2027, 4, 1);
const PANEL = '[data-license-part="panel"]';
const NOTICE = '[data-license-part="notice"]';
const FRESH = `${PANEL}[data-license-freshness="fresh"]`;
const NAMES = Object.keys(scenarios).filter(isScenarioName);

// Faults of the license route, and the resulting freshness.
const FAULTS = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'rate-limited': 'rate-limited',
  'server-error': 'server-error',
  'html-login': 'unreadable',
} as const;

// Pages of licensed features, by the reason why they are off.
const REFUSED: readonly (readonly [name: string, page: string, scenario: ScenarioName])[] = [
  ['lapsed', 'directory', 'expired'],
  ['not-included', 'autoscaling', 'active'],
  ['no-license', 'tenants', 'unlicensed'],
  ['disputed', 'cache', 'disputed'],
  ['unnamed', 'sign-on', 'unnamed'],
];

const LANGUAGES = ['de', 'fr', 'ja', 'ar'] as const;

// The renewal, one view after another: step 1, step 2 with a refused and with a good key, step 3 for two platforms, and step 4 twice.
const RENEWAL = ['opened', 'refused', 'checked', 'kubernetes', 'quadlet', 'watched', 'renewed'] as const;

/** Every view, for the pictures and for the accessibility checks. */
export const views: readonly View[] = [
  ...NAMES.map((scenario) => license(`license-${scenario}`, scenario)),
  license('license-early', 'active', { days: '25.5', remind: '30' }),
  { ...license('license-member', 'grace', { role: 'member' }), shown: PANEL },
  { ...license('banner-collapsed', 'expired'), steps: collapseTheBanner },
  license('controls', 'expiring', { controls: 'open' }),
  ...Object.entries(FAULTS).map(
    ([fault, freshness]): View => ({
      ...license(`check-${fault}`, 'expired', { fault, cold: '1' }),
      group: 'checks',
      shown: `${PANEL}[data-license-freshness="${freshness}"]`,
    }),
  ),
  { ...license('check-failed', 'grace'), group: 'checks', steps: failACheck },
  ...REFUSED.map(([name, page, scenario]) => notice(`notice-${name}`, scenario, { page })),
  notice('notice-member', 'expired', { page: 'tenants', role: 'member' }),
  { ...notice('notices-folded', 'expired', { page: 'directory' }), steps: (page) => visit(page, ['tenants', 'cache']) },
  { ...notice('notices-unfolded', 'expired', { page: 'directory' }), steps: unfoldNotices },
  notice('gate', 'unlicensed', { page: 'secrets' }),
  ...RENEWAL.map(
    (name, step): View => ({
      // The last step renews with the demo's own controls.
      ...license(`renewal-${step + 1}-${name}`, 'expired', name === 'renewed' ? { controls: 'open' } : {}),
      group: 'renewal',
      steps: (page) => renew(page, name),
    }),
  ),
  ...LANGUAGES.flatMap((lang): View[] => [
    { ...license(`${lang}-license`, 'grace', { lang }), group: 'languages', shown: `${FRESH}[lang="${lang}"]` },
    { ...notice(`${lang}-notice`, 'expired', { page: 'directory', lang }), group: 'languages' },
    { ...license(`${lang}-renewal`, 'expired', { lang }), group: 'languages', steps: (page) => renew(page, 'checked') },
    { ...license(`${lang}-apply`, 'expired', { lang }), group: 'languages', steps: (page) => renew(page, 'kubernetes') },
  ]),
];

/** Returns the current time in a view. It is pinned, so that all dates are the same on any day. */
export function instantOf({ scenario }: View): number {
  const { expiresIn = 0 }: { readonly expiresIn?: number } & Partial<Scenario> = scenarios[scenario];
  return EXPIRY - expiresIn;
}

function license(name: string, scenario: ScenarioName, query: Readonly<Record<string, string>> = {}): View {
  return { name, group: 'license', scenario, query: { page: 'license', ...query }, shown: FRESH };
}

function notice(name: string, scenario: ScenarioName, query: Readonly<Record<string, string>>): View {
  return { name, group: 'notices', scenario, query, shown: NOTICE };
}

async function collapseTheBanner(page: Page): Promise<void> {
  await page.locator('[data-license-part="banner"] [aria-expanded="true"]').click();
}

// The first check succeeds, and a later one fails.
async function failACheck(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { fetch } = window;
    window.fetch = async (...request) =>
      String(request[0]).endsWith('/admin/license') ? new Response(null, { status: 503 }) : fetch(...request);
  });
  await page.locator('.alx-check button').click();
  await page.locator(`${PANEL}[data-license-freshness="server-error"]`).waitFor();
}

async function visit(page: Page, places: readonly string[]): Promise<void> {
  for (const place of places) {
    await page.locator(`nav a[href*="page=${place}"]`).click();
    await page.locator('.demo-error').first().waitFor();
  }
  await page.locator('.alx-more').waitFor();
}

async function unfoldNotices(page: Page): Promise<void> {
  await visit(page, ['tenants', 'cache']);
  await page.locator('.alx-more').click();
  await page.locator(NOTICE).nth(2).waitFor();
}

// Uses selectors instead of texts, so that it works in any language.
async function renew(page: Page, until: (typeof RENEWAL)[number]): Promise<void> {
  const step = (number: 1 | 2 | 3 | 4) => page.locator('.alx-steps > li').nth(number - 1);
  const goOn = (number: 1 | 2 | 3) => step(number).locator('.alx-main').click();
  const field = step(2).locator('textarea');
  const entitlements = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'backend_autoscaling'];
  const key = await mintLicenseKey({ expiresAt: EXPIRY + 365 * DAY, subject: 'Acme GmbH', entitlements });
  const check = async (text: string) => {
    await field.fill(text);
    await step(2).locator('.alx-drop button').click();
  };
  const walk: Readonly<Record<(typeof RENEWAL)[number], () => Promise<void>>> = {
    async opened() {
      await page.locator('.alx-header > button').click();
      await step(1).locator('.alx-main').waitFor();
    },
    async refused() {
      await goOn(1);
      await check('eyJhbGciOiJFZERTQSJ9.eyJ0aWVyIjoi');
      await step(2).locator('.alx-problem').waitFor();
    },
    async checked() {
      await check(key);
      await step(2).locator('table').waitFor();
    },
    async kubernetes() {
      await goOn(2);
      await step(3).locator('.alx-command').waitFor();
    },
    async quadlet() {
      await step(3).locator('.alx-bar label').last().click();
      await step(3).locator('.alx-bar label:last-child input:checked').waitFor();
    },
    async watched() {
      if (until === 'watched') await stopSeconds(page);
      await goOn(3);
      await page.locator('[data-license-watch="present"]').waitFor();
    },
    async renewed() {
      await page.getByLabel('Key for the restarted API').fill(key);
      await page.getByLabel('Seconds away').fill('0');
      await page.getByRole('button', { name: 'Restart the API with this key' }).click();
      await page.locator('[data-license-watch="renewed"]').waitFor({ timeout: 30_000 });
    },
  };
  for (const name of RENEWAL.slice(0, RENEWAL.indexOf(until) + 1)) await walk[name]();
}

// The elapsed time of the watch would differ between pictures.
async function stopSeconds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { setInterval } = window;
    Reflect.set(window, 'setInterval', (work: () => void, ms: number) => (ms === 1_000 ? 0 : setInterval(work, ms)));
  });
}
