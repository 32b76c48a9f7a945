import type { Browser, Page } from 'playwright';
import { callInPage } from './callInPage.js';
import { pinFonts } from './fonts.js';
import { quiet } from './quiet.js';
import { instantOf, type View } from './views.js';

/** Options for opening a view. */
export type Look = {
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  readonly height?: number;
  /** Runs before the page loads. */
  readonly before?: (page: Page) => Promise<void>;
};

/**
 * Opens a view in a new context, pins everything that varies between runs, and waits until nothing moves. The theme comes from the
 * system, so that an open page can switch to dark.
 */
export async function openView(browser: Browser, url: string, view: View, look: Look): Promise<Page> {
  const { theme, direction, width, height = 700, before } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  await pinFonts(context);
  const page = await context.newPage();
  try {
    const { scenario, query } = view;
    await before?.(page);
    const now = new Date(instantOf(view)).toISOString();
    // Right-to-left pictures use Arabic, because English text stays left-to-right in any page.
    const turned = direction === 'rtl' ? { lang: 'ar' } : {};
    await page.goto(`${url}?${new URLSearchParams({ scenario, now, controls: 'none', ...turned, ...query })}`);
    await page.locator(view.shown).first().waitFor({ timeout: 20_000 });
    await view.steps?.(page);
    await callInPage(page, new URL('./quiet.ts', import.meta.url), quiet);
    return page;
  } catch (error) {
    await context.close();
    throw error;
  }
}
