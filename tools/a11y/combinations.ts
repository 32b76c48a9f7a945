import type { Page } from 'playwright';
import type { View } from '../support/views/views.js';
import { axeFaults } from './axeFaults.js';
import { callInPage } from '../support/views/callInPage.js';
import { quiet } from '../support/views/quiet.js';
import { printFaults, targetFaults, textFaults } from './layoutFaults.js';

/** One environment in which every view is checked, with the checks that apply to it. */
export type Combination = {
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Media features that the browser emulates. */
  readonly media: { readonly colorScheme: 'light' | 'dark'; readonly forcedColors?: 'active'; readonly media?: 'print' };
  /** 320 CSS pixels equal a window of 1280 pixels at 400 % zoom. */
  readonly width: 1_100 | 320;
  readonly spacing?: true;
  readonly faults: readonly ((page: Page) => Promise<readonly string[]>)[];
};

const CODE = new URL('./layoutFaults.ts', import.meta.url);
const texts = (page: Page) => callInPage(page, CODE, textFaults);
const targets = (page: Page) => callInPage(page, CODE, targetFaults);
const prints = (page: Page) => callInPage(page, CODE, printFaults);
const DIRECTIONS = ['ltr', 'rtl'] as const;

// The largest text spacing that a page must support (WCAG 1.4.12).
const SPACING = `
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** Every combination. Most exist in both directions. */
export const combinations: readonly Combination[] = [
  ...(['light', 'dark'] as const).flatMap((colorScheme) =>
    DIRECTIONS.map(
      (direction): Combination => ({
        name: `${colorScheme} ${direction}`,
        direction,
        media: { colorScheme },
        width: 1_100,
        faults: [axeFaults, texts, targets],
      }),
    ),
  ),
  ...DIRECTIONS.map(
    (direction): Combination => ({
      name: `forced ${direction}`,
      direction,
      media: { colorScheme: 'light', forcedColors: 'active' },
      width: 1_100,
      faults: [axeFaults],
    }),
  ),
  ...DIRECTIONS.map(
    (direction): Combination => ({
      name: `320 ${direction}`,
      direction,
      media: { colorScheme: 'light' },
      width: 320,
      faults: [axeFaults, texts, targets],
    }),
  ),
  ...([1_100, 320] as const).map(
    (width): Combination => ({
      name: `spaced ${width}`,
      direction: 'ltr',
      media: { colorScheme: 'light' },
      width,
      spacing: true,
      faults: [texts],
    }),
  ),
  { name: 'print', direction: 'ltr', media: { colorScheme: 'light', media: 'print' }, width: 1_100, faults: [prints] },
];

/** Returns true if the view's language has the combination's direction. A view without a language fits both. */
export function suits({ query }: View, { direction }: Combination): boolean {
  return query['lang'] === undefined || (query['lang'] === 'ar') === (direction === 'rtl');
}

/** Applies a combination to an open page of the same direction. Returns the faults. */
export async function faultsIn(page: Page, { media, width, spacing, faults }: Combination): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'none', media: 'screen', reducedMotion: 'reduce', ...media });
  await page.setViewportSize({ width, height: 800 });
  const style = spacing ? await page.addStyleTag({ content: SPACING }) : null;
  try {
    await callInPage(page, new URL('../support/views/quiet.ts', import.meta.url), quiet);
    const found: string[] = [];
    for (const look of faults) found.push(...(await look(page)));
    return found;
  } finally {
    await style?.evaluate((element) => element.parentNode?.removeChild(element));
  }
}
