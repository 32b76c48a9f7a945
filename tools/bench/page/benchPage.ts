import { byEffect, byQuery } from './byHand.js';
import { until } from './license.js';
import { ours } from './ours.js';
import type { Side } from './Side.js';

export { burst, manyEntitlements, watchMatch, watchTyping } from './ours.js';

const SIDES: Readonly<Record<string, (slowed: boolean) => Side>> = { ours, 'by effect': byEffect, 'by query': byQuery };

let side: Side | null = null;
let commits = 0;

/** Renders a side, and waits until its banner is stable. */
export async function show(name: string, slowed: boolean): Promise<void> {
  const element = document.body.appendChild(document.createElement('div'));
  side = SIDES[name]?.(slowed) ?? null;
  side?.mount(element, () => (commits += 1));
  await until(() => element.textContent?.includes('expired') === true);
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Polls `count` times, one after another. Returns the number of commits that the polls caused. */
export async function polls(count: number): Promise<number> {
  const before = commits;
  for (let poll = 0; poll < count; poll += 1) await side?.poll();
  await new Promise((resolve) => setTimeout(resolve, 500));
  return commits - before;
}
