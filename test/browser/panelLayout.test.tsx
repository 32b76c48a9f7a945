import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { LicensePanel } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const WORD = 'w'.repeat(100_000);
const IDS = ['oidc', 'vault', 'a'.repeat(60), '<img src=x onerror=alert(1)>', '\u202egnirts_desrever', 'متعدد_المستأجرين', WORD];

withWorker();
afterEach(() => document.documentElement.removeAttribute('dir'));
afterAll(() => page.viewport(414, 896));

const show = async (tier: string, entitlements: readonly string[], locale = 'en-GB') => {
  const now = Date.UTC(2027, 0, 1);
  const body = { tier, entitlements, expires_at: new Date(now - 2 * DAY).toISOString(), days_remaining: 0 };
  const answer = () => Response.json({ ...body, grace_remaining_seconds: 5 * 86_400 }, { headers: { date: new Date(now).toUTCString() } });
  await renderDashboard({ answer, children: <LicensePanel />, locale });
  await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('grace');
};

// Returns how far texts or boxes extend beyond the panel, in pixels.
function overhang(): number {
  const panel = part('panel');
  if (panel === null) return Number.NaN;
  const { left, right } = panel.getBoundingClientRect();
  const seen = Array.from(panel.querySelectorAll('*')).filter((element) => !element.closest('.alx-announcer'));
  const rects = seen.flatMap((element) => {
    const text = document.createRange();
    text.selectNodeContents(element);
    return [element.getBoundingClientRect(), ...text.getClientRects()];
  });
  return Math.max(...rects.filter(({ width }) => width > 0).flatMap((rect) => [left - rect.left, rect.right - right]));
}

describe('the panel layout', () => {
  it.each([320, 480, 800, 1_600].flatMap((width) => (['ltr', 'rtl'] as const).map((dir) => [width, dir] as const)))(
    'keeps long and hostile texts inside the panel in a window of %d pixels, %s',
    async (width, dir) => {
      await page.viewport(width, 900);
      document.documentElement.dir = dir;
      await show(`Enterprise ${WORD}`, [...IDS, ...Array.from({ length: 6 }, (_, index) => `other_feature_${index}`)]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(overhang()).toBeLessThanOrEqual(0);
      // Long texts are cut, so that the panel stays short.
      expect(part('panel')?.getBoundingClientRect().height).toBeLessThan(2_400);
      expect(document.querySelector('img, [onerror]')).toBeNull();
    },
  );

  it.each([320, 800].flatMap((width) => (['ltr', 'rtl'] as const).map((dir) => [width, dir] as const)))(
    'keeps each step of the renewal inside the panel, with click targets of at least 24 pixels, in a window of %d pixels, %s',
    async (width, dir) => {
      await page.viewport(width, 900);
      document.documentElement.dir = dir;
      const names = { namespace: 'n'.repeat(200), secret: 's'.repeat(200), keyFile: 'k'.repeat(200) };
      const instructions = { title: 'Argo CD', text: WORD.slice(0, 500), command: `${'x'.repeat(500)}\n`.repeat(9) };
      const methods = ['kubernetes', 'helm', 'quadlet'] as const;
      await renderDashboard({
        scenario: 'grace',
        contactHref: '/contact',
        children: <LicensePanel renewal={{ trustedKeys: [demoPublicKey], names, methods, instructions }} />,
      });
      await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('grace');
      const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
      const expectInside = async (step: string) => {
        await expect.poll(() => document.querySelector('[aria-current="step"]')?.textContent).toContain(step);
        expect(document.documentElement.scrollWidth, step).toBeLessThanOrEqual(width);
        // The commands scroll inside their frame.
        const commands = Array.from(document.querySelectorAll<HTMLElement>('.alx-command pre'));
        for (const { style } of commands) style.display = 'none';
        expect(overhang(), step).toBeLessThanOrEqual(0);
        for (const { style } of commands) style.display = '';
        const targets = Array.from(part('panel')?.querySelectorAll('.alx-steps :is(button, a, label:has(input), textarea)') ?? []);
        const boxes = targets.filter((target) => target.checkVisibility()).map((target) => target.getBoundingClientRect());
        expect(boxes.length).toBeGreaterThanOrEqual(4);
        expect(Math.min(...boxes.flatMap((box) => [box.width, box.height])), step).toBeGreaterThanOrEqual(24);
      };
      await press('Renew license');
      await expectInside('Get a new license key');
      await press('I have a key');
      const licenseKey = await mintLicenseKey({
        expiresAt: Date.now() + 300 * DAY,
        entitlements: ['oidc', ...IDS.slice(2, 6)],
        subject: WORD.slice(0, 500),
      });
      await page.getByLabelText('License key', { exact: true }).fill(licenseKey);
      await press('Check key');
      await expect.element(page.getByText('Signature verified.')).toBeVisible();
      await expectInside('Check the key');
      await press('Continue');
      await expectInside('Apply the key');
      await page.getByText('Argo CD').click();
      await press('Show all lines');
      await expectInside('Apply the key');
      await press('Start checking');
      await expect.element(page.getByText('The API still reports the current license.')).toBeVisible();
      await expectInside('Confirm the renewal');
    },
  );

  it('uses two columns in a wide window', async () => {
    await show('enterprise', ['oidc']);
    const columns = () =>
      new Set(Array.from(document.querySelectorAll('li[data-entitlement]'), (row) => row.getBoundingClientRect().left)).size;
    await page.viewport(800, 900);
    expect(columns()).toBe(1);
    await page.viewport(1_600, 900);
    expect(columns()).toBe(2);
  });

  it.each(['en-GB', 'de', 'fr', 'ja', 'ar'])('keeps the labels of the timeline apart, in %s', async (locale) => {
    await show('enterprise', ['oidc'], locale);
    const boxes = () =>
      Array.from(document.querySelectorAll('.alx-milestone :is(b, span:not(:has(b, span)))'), (label) => {
        const text = document.createRange();
        text.selectNodeContents(label);
        return text.getBoundingClientRect();
      }).filter(({ width }) => width > 0);
    for (const width of [320, 360, 480, 620, 900]) {
      await page.viewport(width, 900);
      const seen = boxes();
      expect(seen).toHaveLength(5);
      const overlaps = seen.flatMap((one, index) =>
        seen.slice(index + 1).filter((other) => {
          const isBeside = one.right + 8 <= other.left || other.right + 8 <= one.left;
          return !isBeside && one.top < other.bottom - 1 && other.top < one.bottom - 1;
        }),
      );
      expect(overlaps).toEqual([]);
    }
  });

  it('has click targets of at least 24 pixels', async () => {
    await page.viewport(320, 900);
    await show('enterprise', [...IDS, ...Array.from({ length: 6 }, (_, index) => `other_feature_${index}`)]);
    await expect.element(page.getByRole('button', { name: 'Copy support details' })).toBeVisible();
    const targets = Array.from(part('panel')?.querySelectorAll('button, input') ?? [], (target) => target.getBoundingClientRect());
    expect(targets.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...targets.flatMap(({ width, height }) => [width, height]))).toBeGreaterThanOrEqual(24);
  });
});
