import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { LicenseBanner } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
afterEach(() => document.documentElement.removeAttribute('data-theme'));
afterAll(() => page.viewport(414, 896));

const show = async (locale: string) => {
  await renderDashboard({ scenario: 'expired', children: <LicenseBanner />, locale });
  await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('fresh');
  await expect.poll(() => part('banner')?.lang).toBe(locale);
};

const box = (selector: string) => part('banner')?.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
const textBox = (selector: string) => {
  const text = document.createRange();
  text.selectNodeContents(part('banner')?.querySelector(selector) ?? document.body);
  return text.getClientRects()[0] ?? new DOMRect();
};

describe('the banner layout', () => {
  it.each([320, 360, 480, 1_100].flatMap((width) => ['en-GB', 'de', 'ar'].map((locale) => [width, locale] as const)))(
    'puts the icon beside the text in a column of %d pixels, in %s',
    async (width, locale) => {
      await page.viewport(width, 900);
      await show(locale);
      const [icon, text, actions] = [box('.alx-icon'), box('p > span'), textBox('.alx-actions > :first-child')];
      const [beside, indent] =
        locale === 'ar' ? [icon.left - text.right, text.right - actions.right] : [text.left - icon.right, actions.left - text.left];
      expect(beside).toBeGreaterThan(0);
      expect(icon.top - text.top).toBeLessThan(8);
      // Actions below the text start at the same edge as the text.
      if (actions.top >= text.bottom) expect(Math.abs(indent)).toBeLessThan(1);
      // The icon is centered on the first line, also if the banner has only one.
      const first = textBox('strong');
      expect(Math.abs(first.top + first.bottom - icon.top - icon.bottom)).toBeLessThan(4);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );

  it('prints in light colours in both themes', async () => {
    document.documentElement.dataset['theme'] = 'light';
    await show('en-GB');
    const banner = part('banner');
    if (banner === null) throw new Error('There is no banner.');
    const colours = () => [getComputedStyle(banner).color, getComputedStyle(banner).backgroundColor];
    const light = colours();
    document.documentElement.dataset['theme'] = 'dark';
    expect(colours()).not.toEqual(light);
    const media = (name: string) => cdp().send('Emulation.setEmulatedMedia', { media: name });
    await media('print');
    try {
      expect(colours()).toEqual(light);
    } finally {
      await media('');
    }
  });
});
