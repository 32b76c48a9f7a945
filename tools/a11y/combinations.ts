import type { Page } from 'playwright';
import type { View } from '../support/views/views.js';
import { axeFaults } from './axeFaults.js';
import { callInPage } from '../support/views/callInPage.js';
import { quiet } from '../support/views/quiet.js';
import { printFaults, targetFaults, textFaults } from './layoutFaults.js';

/** A way in which every view is looked at, and what must be right then. */
export type Combination = {
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the browser is told. */
  readonly media: { readonly colorScheme: 'light' | 'dark'; readonly forcedColors?: 'active'; readonly media?: 'print' };
  /** 320 CSS pixels are a window of 1280 at 400 %. */
  readonly width: 1_100 | 320;
  readonly spacing?: true;
  readonly faults: readonly ((page: Page) => Promise<readonly string[]>)[];
};

const CODE = new URL('./layoutFaults.ts', import.meta.url);
const texts = (page: Page) => callInPage(page, CODE, textFaults);
const targets = (page: Page) => callInPage(page, CODE, targetFaults);
const prints = (page: Page) => callInPage(page, CODE, printFaults);
const DIRECTIONS = ['ltr', 'rtl'] as const;

// WCAG 1.4.12, as far as a person may go.
const SPACING = `
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** Every combination, those of one direction side by side with the other's. */
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

/** Whether a language is read in that direction. */
export function suits({ query }: View, { direction }: Combination): boolean {
  return query['lang'] === undefined || (query['lang'] === 'ar') === (direction === 'rtl');
}

/** Brings an open page, which has the combination's direction, into it, and says what is wrong. */
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
