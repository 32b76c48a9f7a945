import type { Locator, Page } from 'playwright';
import type { Sight, Wrongs } from '../Host.js';

const TIMEOUT_MS = 20_000;

/** Runs the steps in order. After a failure, it skips later steps of that column only. */
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

/** Waits for a component in this state and freshness, and checks that it has styles. */
export async function seePart(within: Page | Locator, part: string, state: string, freshness = 'fresh'): Promise<Locator> {
  const found = within.locator(`[data-license-part="${part}"][data-license-state="${state}"][data-license-freshness="${freshness}"]`);
  await seeOne(found);
  const surface = await found.evaluate((element) => getComputedStyle(element).getPropertyValue('--alx-surface'));
  if (surface === '') throw new Error(`The ${part} has no styles.`);
  return found;
}

/** Waits until the element is visible. Throws unless there is exactly one. */
export async function seeOne(found: Locator): Promise<void> {
  await found.first().waitFor({ timeout: TIMEOUT_MS });
  const count = await found.count();
  if (count !== 1) throw new Error(`${found} exists ${count} times.`);
}

/** Waits until no such element is left. */
export async function seeNone(found: Locator): Promise<void> {
  await found.first().waitFor({ state: 'detached', timeout: TIMEOUT_MS });
}
