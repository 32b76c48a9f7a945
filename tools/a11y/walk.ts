import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { callInPage } from '../support/views/callInPage.js';
import { blurFocus, focusStart, focusState, forgetStops, restoreFocus } from './focusState.js';

const CODE = new URL('./focusState.ts', import.meta.url);

/** A stop of the focus. */
export type Stop = {
  /** Role, name and state, as the accessibility tree has them: `button "Collapse" [expanded]`. */
  readonly said: string;
  readonly isOurs: boolean;
  /** What is wrong with it: the focus is lost, hidden, or can't be seen. */
  readonly faults: readonly string[];
};

/** Presses a key, and looks at where the focus is then. */
export async function press(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key);
  return look(page);
}

/** Where the focus is now. */
export async function look(page: Page): Promise<Stop> {
  const state = await settled(page);
  if (state === null) return { said: 'the page', isOurs: false, faults: ['the focus is lost'] };
  const tree = await page.locator(':focus').ariaSnapshot();
  // `- 'button "Dismiss: SCIM" [active]'`, in quotes where a colon asks for them.
  const said = (/^- '?(\w+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*)/.exec(tree)?.[1] ?? tree).replace(' [active]', '');
  const faults = [
    ...(state.cover === null ? [] : [`hidden behind ${state.cover}`]),
    ...((await isMarked(page, state.box)) ? [] : ['no mark of the focus']),
  ];
  return { said, isOurs: state.isOurs, faults: faults.map((fault) => `${said}: ${fault}`) };
}

// What a person sees is what stands there once nothing moves any more: what gives way, and what is scrolled to.
async function settled(page: Page) {
  await page.evaluate(async () => {
    const still = 3;
    let [last, same] = ['', 0];
    for (let left = 60; left > 0 && same < still; left -= 1) {
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

/** Puts the focus before everything in the page, as where it has just been opened. */
export async function goToStart(page: Page): Promise<void> {
  await callInPage(page, CODE, focusStart);
}

/** Presses a key until a stop is met, and gives all stops on the way; fails where it is not met. */
export async function walkTo(page: Page, key: string, said: string | RegExp): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let left = 60; left > 0; left -= 1) {
    const stop = await press(page, key);
    stops.push(stop);
    if (typeof said === 'string' ? stop.said === said : said.test(stop.said)) return stops;
  }
  throw new Error(`${key} does not lead to ${said}, but along ${stops.map((stop) => stop.said).join(', ')}.`);
}

/** Presses a key until the focus leaves the page, or comes back to where it began. */
export async function walkAround(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  await callInPage(page, CODE, forgetStops);
  for (let left = 80; left > 0; left -= 1) {
    await page.keyboard.press(key);
    const state = await settled(page);
    if (state === null || state.isAgain) return stops;
    stops.push(await look(page));
  }
  throw new Error(`The focus does not leave the page: ${stops.map(({ said }) => said).join(', ')}.`);
}

// The same place without the focus looks different, by as many pixels as a line around half of it would take.
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
