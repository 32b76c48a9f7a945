import type { Locator, Page } from 'playwright';
import type { Sight, Wrongs } from '../Host.js';

const PATIENCE_MS = 20_000;

/** Goes through what there is to see, one after the other; what is wrong with one keeps none of the others from being looked at. */
export async function look(steps: readonly (readonly [Sight, () => Promise<void>])[]): Promise<Wrongs> {
  const wrongs: Wrongs = {};
  for (const [sight, step] of steps) {
    try {
      if (wrongs[sight] === undefined) await step();
    } catch (error) {
      wrongs[sight] = String(error).split('\n').slice(0, 3).join(' ');
    }
  }
  return wrongs;
}

/** A part of the package in a state, with the freshness of an answer, and with its styles. */
export async function seePart(within: Page | Locator, part: string, state: string, freshness = 'fresh'): Promise<Locator> {
  const found = within.locator(`[data-license-part="${part}"][data-license-state="${state}"][data-license-freshness="${freshness}"]`);
  await seeOne(found);
  const surface = await found.evaluate((element) => getComputedStyle(element).getPropertyValue('--alx-surface'));
  if (surface === '') throw new Error(`The ${part} has no styles.`);
  return found;
}

/** Waits until it is there once, and can be seen. */
export async function seeOne(found: Locator): Promise<void> {
  await found.first().waitFor({ timeout: PATIENCE_MS });
  const count = await found.count();
  if (count !== 1) throw new Error(`${found} is there ${count} times.`);
}

/** Waits until there is none. */
export async function seeNone(found: Locator): Promise<void> {
  await found.first().waitFor({ state: 'detached', timeout: PATIENCE_MS });
}
