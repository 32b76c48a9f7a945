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

/** Every view, for the pictures and for the accessibility checks. */
export const views: readonly View[] = [
  ...NAMES.map((scenario) => license(`license-${scenario}`, scenario)),
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
  ...['opened', 'refused', 'checked', 'watched', 'renewed'].map(
    (name, step): View => ({
      // The last step renews with the demo's own controls.
      ...license(`renewal-${step + 1}-${name}`, 'expired', name === 'renewed' ? { controls: 'open' } : {}),
      group: 'renewal',
      steps: (page) => renew(page, step),
    }),
  ),
  ...LANGUAGES.flatMap((lang): View[] => [
    { ...license(`${lang}-license`, 'grace', { lang }), group: 'languages', shown: `${FRESH}[lang="${lang}"]` },
    { ...notice(`${lang}-notice`, 'expired', { page: 'directory', lang }), group: 'languages' },
    { ...license(`${lang}-renewal`, 'expired', { lang }), group: 'languages', steps: (page) => renew(page, 2) },
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
async function renew(page: Page, until: number): Promise<void> {
  const steps = page.locator('.alx-steps > li');
  const check = steps.nth(1);
  const field = check.locator('textarea');
  const press = () => check.locator('.alx-drop button').click();
  const walk = [
    async () => {
      await page.locator('.alx-header > button').click();
      await field.waitFor();
    },
    async () => {
      await field.fill('eyJhbGciOiJFZERTQSJ9.eyJ0aWVyIjoi');
      await press();
      await check.locator('.alx-problem').waitFor();
    },
    async () => {
      const entitlements = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'backend_autoscaling'];
      await field.fill(await mintLicenseKey({ expiresAt: EXPIRY + 365 * DAY, subject: 'Acme GmbH', entitlements }));
      await press();
      await check.locator('table').waitFor();
    },
    async () => {
      await steps.nth(3).locator('> button').click();
      await page.locator('[data-license-watch="present"]').waitFor();
    },
    async () => {
      await page.getByRole('button', { name: 'Renew in the background' }).click();
      await page.locator('[data-license-watch="renewed"]').waitFor({ timeout: 30_000 });
    },
  ];
  for (const step of walk.slice(0, until + 1)) await step();
}
