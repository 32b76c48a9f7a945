import type { Browser, Page } from 'playwright';
import { callInPage } from './callInPage.js';
import { pinFonts } from './fonts.js';
import { quiet } from './quiet.js';
import { instantOf, type View } from './views.js';

/** How a view is looked at. */
export type Look = {
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  readonly height?: number;
  /** What has to happen before anything is loaded. */
  readonly before?: (page: Page) => Promise<void>;
};

/**
 * Opens a view in a context of its own, with everything pinned that would differ from run to run, and waits until nothing moves any
 * more. The theme comes from the system, so that a page can be turned dark while it is open.
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
    // What is written from the right is Arabic: English stays as it is, in whatever page.
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
