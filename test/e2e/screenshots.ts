import { mkdirSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { isScenarioName, type Scenario, type ScenarioName, scenarios } from '../../mocks/scenarios.js';
import { chromiumOptions } from '../support/chromium.js';
import { freePort, startCommand } from '../support/commands.js';

// Makes the picture of every scenario, light and dark, in screenshots/; two of them are the README's.

const EXPIRY = Date.UTC(2027, 4, 1);
const README_PICTURES: Readonly<Record<string, string>> = {
  'expiring-light': 'docs/images/expiring-light.png',
  'grace-dark': 'docs/images/grace-dark.png',
};

// Beside the license page in every scenario: a notice, and a gate.
const NOTICES: readonly (readonly [page: string, name: ScenarioName])[] = [
  ['directory', 'expired'],
  ['autoscaling', 'active'],
  ['secrets', 'unlicensed'],
];

async function picture(
  browser: Browser,
  url: string,
  place: string,
  name: ScenarioName,
  theme: 'light' | 'dark',
  width: number,
): Promise<void> {
  const scenario: Scenario = scenarios[name];
  const now = new Date(EXPIRY - ('expiresIn' in scenario ? scenario.expiresIn : 0)).toISOString();
  const context = await browser.newContext({
    viewport: { width, height: place === 'license' ? 400 : 680 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: theme,
  });
  try {
    const page = await context.newPage();
    await page.goto(`${url}?${new URLSearchParams({ page: place, scenario: name, theme, now, controls: 'none' })}`);
    const shown = place === 'license' ? '[data-license-part="panel"][data-license-freshness="fresh"]' : '[data-license-part="notice"]';
    await page.locator(shown).waitFor({ timeout: 20_000 });
    const file = `${place === 'license' ? '' : `${place}-`}${name}-${theme}${width < 600 ? '-narrow' : ''}`;
    for (const path of [`screenshots/${file}.png`, README_PICTURES[file]]) {
      if (path !== undefined) await page.screenshot({ path, fullPage: place === 'license', animations: 'disabled' });
    }
    console.log(`screenshots/${file}.png`);
  } finally {
    await context.close();
  }
}

/** Each step of a renewal: opened, a wrong key, a good one, the watch, and the renewed license. */
async function renewal(browser: Browser, url: string, theme: 'light' | 'dark', width: number): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 700 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: theme,
  });
  try {
    const page = await context.newPage();
    const shoot = async (step: string) => {
      const path = `screenshots/renewal-${step}-${theme}${width < 600 ? '-narrow' : ''}.png`;
      // On a narrow window the demo's controls would stand over its lower end.
      const style = '.demo-strip { display: none; }';
      await page.locator('.alx-renewal:has(.alx-steps)').screenshot({ path, animations: 'disabled', style });
      console.log(path);
    };
    await page.goto(`${url}?${new URLSearchParams({ page: 'license', scenario: 'expired', theme, controls: 'open' })}`);
    await page.getByRole('button', { name: 'Renew…' }).click();
    const field = page.getByLabel('License key', { exact: true });
    await field.waitFor();
    await shoot('1-opened');
    await field.fill('eyJhbGciOiJFZERTQSJ9.eyJ0aWVyIjoi');
    await page.getByRole('button', { name: 'Check the key' }).click();
    await page.getByText('The key is cut off').waitFor();
    await shoot('2-refused');
    const entitlements = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'backend_autoscaling'];
    await field.fill(await mintLicenseKey({ expiresAt: Date.now() + 365 * 86_400_000, subject: 'Acme GmbH', entitlements }));
    await page.getByRole('button', { name: 'Check the key' }).click();
    await page.getByRole('table').waitFor();
    await page.getByLabel('Podman Quadlet').click();
    await shoot('3-checked');
    await page.getByRole('button', { name: 'I have applied it' }).click();
    await page.getByText('The API still answers').waitFor();
    await shoot('4-watched');
    await page.getByRole('button', { name: 'Renew in the background' }).click();
    await page
      .getByText(/Renewed until/)
      .first()
      .waitFor();
    await shoot('5-renewed');
  } finally {
    await context.close();
  }
}

mkdirSync('docs/images', { recursive: true });
const port = await freePort();
const demo = await startCommand('demo', ['--port', String(port), '--strictPort', '--host', '127.0.0.1'], /Local:/);
const browser = await chromium.launch(chromiumOptions());
try {
  for (const [place, name] of [
    ...Object.keys(scenarios)
      .filter(isScenarioName)
      .map((name) => ['license', name] as const),
    ...NOTICES,
  ]) {
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [1_000, 360]) await picture(browser, `http://127.0.0.1:${port}/`, place, name, theme, width);
    }
  }
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1_000, 360]) await renewal(browser, `http://127.0.0.1:${port}/`, theme, width);
  }
} finally {
  await browser.close();
  await demo.stop();
}
