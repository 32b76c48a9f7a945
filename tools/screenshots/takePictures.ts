import type { Browser, Page } from 'playwright';
import { callInPage } from '../support/views/callInPage.js';
import { openView } from '../support/views/openView.js';
import { quiet } from '../support/views/quiet.js';
import type { View } from '../support/views/views.js';
import { type Layout, readLayout } from './readLayout.js';

/** A picture of a view, with its layout. */
export type Picture = {
  readonly view: View;
  /** The file name without its extension: `license-grace-dark-rtl-narrow`. */
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  readonly png: Buffer;
  readonly layout: Layout;
};

export const WIDE = 1_000;
export const NARROW = 360;

/** Returns the directions of a view: both, unless its language determines one. */
export function directionsOf({ query: { lang } }: View): readonly ('ltr' | 'rtl')[] {
  if (lang === undefined) return ['ltr', 'rtl'];
  return lang === 'ar' ? ['rtl'] : ['ltr'];
}

/** Opens a view once, and takes its pictures: wide and narrow, light and dark. */
export async function takePictures(browser: Browser, url: string, view: View, direction: 'ltr' | 'rtl'): Promise<readonly Picture[]> {
  const page = await openView(browser, url, view, { theme: 'light', direction, width: WIDE, height: heightOf(view) });
  try {
    const pictures: Picture[] = [];
    for (const width of [WIDE, NARROW]) {
      for (const theme of ['light', 'dark'] as const) pictures.push(await takePicture(page, view, { theme, direction, width }));
    }
    return pictures;
  } finally {
    await page.context().close();
  }
}

/** Takes a picture of an open page in a theme and a width. */
export async function takePicture(page: Page, view: View, look: Pick<Picture, 'theme' | 'direction' | 'width'>): Promise<Picture> {
  const { theme, direction, width } = look;
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: heightOf(view) });
  // Moves the pointer away, so that no element is hovered.
  await page.mouse.move(0, 0);
  // Hides the demo's controls, except in the view `controls`.
  await page.evaluate((isHidden) => {
    for (const strip of document.querySelectorAll('aside')) strip.style.display = isHidden ? 'none' : '';
  }, view.name !== 'controls');
  await callInPage(page, new URL('../support/views/quiet.ts', import.meta.url), quiet);
  return {
    view,
    ...look,
    name: [view.name, theme, ...(direction === 'rtl' ? ['rtl'] : []), ...(width === NARROW ? ['narrow'] : [])].join('-'),
    png: await page.screenshot({ fullPage: !isOfWindow(view), animations: 'disabled' }),
    layout: await callInPage(page, new URL('./readLayout.ts', import.meta.url), readLayout),
  };
}

// Notices stick to the window's edge, so their pictures show the window. Pictures of the license page show the full page.
function isOfWindow({ query: { page } }: View): boolean {
  return page !== 'license';
}

function heightOf(view: View): number {
  return isOfWindow(view) ? 680 : 400;
}
