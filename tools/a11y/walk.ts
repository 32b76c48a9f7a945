import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { callInPage } from '../support/views/callInPage.js';
import { blurFocus, focusStart, focusState, forgetStops, restoreFocus } from './focusState.js';

const CODE = new URL('./focusState.ts', import.meta.url);

/** One position of the keyboard focus. */
export type Stop = {
  /** Role, name and state from the accessibility tree: `button "Hide details" [expanded]`. */
  readonly description: string;
  readonly isOurs: boolean;
  /** Problems: the focus is lost, covered, or has no visible mark. */
  readonly faults: readonly string[];
};

/** Presses a key. Returns the new focus position. */
export async function press(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key);
  return look(page);
}

/** Returns the current focus position. */
export async function look(page: Page): Promise<Stop> {
  const state = await settled(page);
  if (state === null) return { description: 'the page', isOurs: false, faults: ['the focus is lost'] };
  const tree = await page.locator(':focus').ariaSnapshot();
  // For example `- 'button "Dismiss: SCIM" [active]'`. YAML adds quotes to a name with a colon.
  const description = (/^- '?(\w+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*)/.exec(tree)?.[1] ?? tree).replace(' [active]', '');
  const faults = [
    ...(state.cover === null ? [] : [`hidden behind ${state.cover}`]),
    ...((await isMarked(page, state.box)) ? [] : ['no mark of the focus']),
  ];
  return { description, isOurs: state.isOurs, faults: faults.map((fault) => `${description}: ${fault}`) };
}

// Waits until the focused element stops moving. The page may scroll to it, and notices may move out of its way.
async function settled(page: Page) {
  await page.evaluate(async () => {
    const stableFrames = 3;
    let [last, same] = ['', 0];
    for (let left = 60; left > 0 && same < stableFrames; left -= 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
      const now = JSON.stringify(document.activeElement?.getBoundingClientRect());
      same = now === last ? same + 1 : 0;
      last = now;
    }
  });
  return callInPage(page, CODE, focusState);
}

/** Moves the focus before everything in the page, as in a page that has just loaded. */
export async function goToStart(page: Page): Promise<void> {
  await callInPage(page, CODE, focusStart);
}

/** Presses a key until the focus reaches a stop. Returns all stops on the way. Throws after 60 presses. */
export async function walkTo(page: Page, key: string, description: string | RegExp): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let left = 60; left > 0; left -= 1) {
    const stop = await press(page, key);
    stops.push(stop);
    if (typeof description === 'string' ? stop.description === description : description.test(stop.description)) return stops;
  }
  throw new Error(`${key} does not lead to ${description}, but along ${stops.map((stop) => stop.description).join(', ')}.`);
}

/** Presses a key until the focus leaves the page or returns to an earlier stop. Throws after 80 presses. */
export async function walkAround(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  await callInPage(page, CODE, forgetStops);
  for (let left = 80; left > 0; left -= 1) {
    await page.keyboard.press(key);
    const state = await settled(page);
    if (state === null || state.isAgain) return stops;
    stops.push(await look(page));
  }
  throw new Error(`The focus does not leave the page: ${stops.map(({ description }) => description).join(', ')}.`);
}

// Compares pictures with and without the focus. They must differ by as many pixels as a line around half the element.
async function isMarked(
  page: Page,
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<boolean> {
  const { width: right, height: bottom } = page.viewportSize() ?? { width: 0, height: 0 };
  const [left, top] = [Math.max(0, x - 6), Math.max(0, y - 6)];
  const clip = { x: left, y: top, width: Math.min(right, x + width + 6) - left, height: Math.min(bottom, y + height + 6) - top };
  if (clip.width < 1 || clip.height < 1) return false;
  const picture = async () =>
    sharp(await page.screenshot({ clip, animations: 'disabled' }))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
  const focused = await picture();
  await callInPage(page, CODE, blurFocus);
  const blurred = await picture();
  await callInPage(page, CODE, restoreFocus);
  return (
    pixelmatch(focused.data, blurred.data, undefined, focused.info.width, focused.info.height, { threshold: 0.1, includeAA: true }) >=
    clip.width + clip.height - 24
  );
}
