import { once } from 'node:events';
import type { BrowserContext, Page } from 'playwright';
import { BenchBrowser, type BenchPageName } from './BenchBrowser.js';
import { GRACE, SIX } from './page/license.js';
import type { Burst } from './page/ours.js';
import { type BenchOptions, millis, type Row, times } from './Row.js';
import { ratioOf, summary } from './rounds.js';

type PageBench = {
  show(name: string, slowed: boolean): Promise<void>;
  polls(count: number): Promise<number>;
  burst(reason: string, options: { count: number; slowed: boolean; named: boolean }): Promise<Burst>;
  manyEntitlements(options: { count: number; slowed: boolean }): Promise<number>;
  watchTyping(): readonly number[];
  watchMatch(): Promise<number>;
};
declare const bench: PageBench;
declare const typed: readonly number[];

const withBrowser = async <T>(run: (browser: BenchBrowser) => Promise<T>): Promise<T> => {
  const browser = await BenchBrowser.start(GRACE, SIX);
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
};

const BURST = 1_000;
const BURST_ROUNDS = 5;
const BURSTS = [
  { reason: 'lapsed', named: false },
  { reason: 'not-included', named: false },
  { reason: 'not-included', named: true },
] as const;

/** Measures a thousand simultaneous 402s, for a lapsed entitlement and for one that is not in the license. */
export const burstRows = (options: BenchOptions): Promise<Row[]> =>
  withBrowser(async (browser) => {
    const rows: Row[] = [];
    for (const { reason, named } of BURSTS) {
      const bursts: Burst[] = [];
      for (let round = 0; round < BURST_ROUNDS; round += 1) {
        const page = await browser.open();
        const given = { reason, burst: { count: BURST, slowed: options.slowed, named } };
        bursts.push(await page.evaluate((one) => bench.burst(one.reason, one.burst), given));
        await page.context().close();
      }
      const { median, spread } = summary(bursts.map(({ shownAfterMs }) => shownAfterMs));
      const [notices, requests] = [Math.max(...bursts.map((one) => one.notices)), Math.max(...bursts.map((one) => one.licenseRequests))];
      rows.push({
        what: `${BURST} simultaneous 402s, ${reason}, of addresses that differ by a ${named ? 'name' : 'number'}: until the notice is painted`,
        runtime: browser.runtime,
        ours: `${millis(median)}, ${notices} notice, ${requests} license request`,
        other: `read by the host alone, unwatched: ${millis(summary(bursts.map((one) => one.unwatchedMs)).median)}`,
        spread: millis(spread),
        goal: '<= 100 ms, 1 notice, 1 license request',
        isMet: median <= 100 && notices === 1 && requests === 1,
      });
    }
    return rows;
  });

const POLLS = 1_000;
// Polls until React, the query cache and the engine's own caches are warm.
const WARM_UP = 300;
const FLAT_BYTES = 50_000;

/** Measures commits and retained memory of a thousand unchanged polls in the grace period. */
export const pollRows = (options: BenchOptions): Promise<Row[]> =>
  withBrowser(async (browser) => {
    const sides = new Map<string, { commits: number; kept: number }>();
    for (const name of ['ours', 'by effect', 'by query']) {
      const page = await browser.open();
      const heap = await heapOf(page);
      await page.evaluate(([side, slowed]) => bench.show(String(side), slowed === true), [name, options.slowed] as const);
      await page.evaluate((count) => bench.polls(count), WARM_UP);
      const before = await heap();
      const commits = await page.evaluate((count) => bench.polls(count), POLLS);
      sides.set(name, { commits, kept: (await heap()) - before });
      await page.context().close();
    }
    const resultOf = (name: string) => sides.get(name) ?? { commits: Number.NaN, kept: Number.NaN };
    const [ours, effect, query] = [resultOf('ours'), resultOf('by effect'), resultOf('by query')];
    const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
    const common = { runtime: browser.runtime };
    return [
      {
        ...common,
        what: `${POLLS} unchanged polls in the grace period: commits of provider, banner, gate and notices`,
        ours: String(ours.commits),
        other: `useEffect ${effect.commits}, useQuery whole ${query.commits}`,
        goal: '0',
        isMet: ours.commits === 0,
      },
      {
        ...common,
        what: `${POLLS} unchanged polls: heap kept after collection`,
        ours: kB(ours.kept),
        other: `useEffect ${kB(effect.kept)}, useQuery whole ${kB(query.kept)}`,
        goal: `flat: no more than useEffect's, within ${kB(FLAT_BYTES)}`,
        isMet: ours.kept <= effect.kept + FLAT_BYTES,
      },
    ];
  });

/** Returns a function that collects garbage, then reads the heap size in bytes. */
async function heapOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  return async () => {
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
}

const PAINT_ROUNDS = 15;

const HANDS = {
  hand: 'a component by hand that says the same with bare fetch',
  bare: 'one that says how long alone, without a date and styles',
} as const;

type PaintSide = 'ours' | keyof typeof HANDS;
type Visit = 'first' | 'again';

const PAINTED: readonly { readonly side: PaintSide; readonly page: BenchPageName; readonly query: string }[] = [
  { side: 'ours', page: 'ours', query: '' },
  { side: 'hand', page: 'hand', query: '' },
  { side: 'bare', page: 'hand', query: '?bare' },
];

/** Measures the time from navigation until the banner is painted, on first and second visits, against hand-written components. */
export const paintRows = ({ slowed }: BenchOptions): Promise<Row[]> =>
  withBrowser(async (browser) => {
    const rows: Row[] = [];
    let shift = 0;
    for (const rate of [1, 4]) {
      const taken: Record<Visit, Record<PaintSide, number[]>> = {
        first: { ours: [], hand: [], bare: [] },
        again: { ours: [], hand: [], bare: [] },
      };
      for (let round = -1; round < PAINT_ROUNDS; round += 1) {
        const tries = PAINTED.map(({ side, page, query }) => async () => {
          const person = await browser.person();
          for (const visit of ['first', 'again'] as const) {
            const seen = await paint(browser, person, page, side === 'ours' && slowed ? '?slowed' : query, rate);
            // Round -1 only warms up.
            if (round >= 0) taken[visit][side].push(seen.ms);
            if (side === 'ours' && visit === 'again') shift = Math.max(shift, seen.shift);
          }
          await person.close();
        });
        for (let at = 0; at < tries.length; at += 1) await tries[(at + round + 1) % tries.length]?.();
      }
      for (const [visit, label] of [
        ['first', 'first visit'],
        ['again', 'second visit, with a remembered state'],
      ] as const) {
        for (const hand of ['hand', 'bare'] as const) {
          const { ours } = taken[visit];
          const [own, other] = [summary(ours), summary(taken[visit][hand])];
          const ratio = ratioOf(ours, taken[visit][hand]);
          rows.push({
            what: `banner painted after navigation, ${label}, ${rate}x throttle, against ${HANDS[hand]}`,
            runtime: browser.runtime,
            ours: `${millis(own.median)} (${times(ratio)})`,
            other: millis(other.median),
            spread: `${millis(own.spread)}, ${millis(other.spread)}`,
            goal: '<= 1.05 times',
            isMet: ratio <= 1.05,
          });
        }
      }
    }
    rows.push({
      what: 'layout shift with a remembered state',
      runtime: browser.runtime,
      ours: shift.toFixed(4),
      other: '-',
      goal: '0',
      isMet: shift === 0,
    });
    return rows;
  });

// Runs in the page before its scripts. Records layout shifts, and when the banner is painted.
function watchPaint(): void {
  const seen: { ms: number | null; shift: number } = { ms: null, shift: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += Object(entry).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const observer = new MutationObserver(() => {
    const banner = document.querySelector('[data-license-part="banner"]');
    // Space that is reserved for the banner does not count.
    if (!banner?.textContent?.includes('expired')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (seen.ms = performance.now())));
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

async function paint(browser: BenchBrowser, person: BrowserContext, name: BenchPageName, query: string, rate: number) {
  const page = await person.newPage();
  await page.addInitScript(watchPaint);
  const session = await person.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(`${browser.url}/${name}.html${query}`);
  await page.waitForFunction(() => Object(window).seen.ms !== null, null, { timeout: 20_000 });
  // Later content may still move the banner.
  await once(AbortSignal.timeout(150), 'abort');
  const seen: { ms: number; shift: number } = await page.evaluate(() => Object(window).seen);
  await page.close();
  return seen;
}

const MANY = 10_000;
const PANEL_ROUNDS = 5;
const PANEL_GOAL_MS = 1_000;
// The longest delay that feels instant.
const KEY_GOAL_MS = 100;
// The list may be slower than the letter, but must be ready before the user looks up from the keys.
const LIST_GOAL_MS = 300;

/** Measures a panel with ten thousand entitlements, and typing into its filter. */
export const panelRows = ({ slowed }: BenchOptions): Promise<Row[]> =>
  withBrowser(async (browser) => {
    const [ready, keys, matched]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < PANEL_ROUNDS; round += 1) {
      const page = await browser.open();
      ready.push(await page.evaluate((given) => bench.manyEntitlements(given), { count: MANY, slowed }));
      await page.evaluate(() => Object.assign(window, { typed: bench.watchTyping() }));
      const match = page.evaluate(() => bench.watchMatch());
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('feature_9999', { delay: 100 });
      matched.push(await match);
      keys.push(...(await page.evaluate(() => typed)));
      await page.context().close();
    }
    const panel = summary(ready);
    const key = summary(keys);
    const list = summary(matched);
    const worst = Math.max(...keys);
    const common = { runtime: browser.runtime, other: '-' };
    return [
      {
        ...common,
        what: `panel with ${MANY} entitlements: from mounting until it answers`,
        ours: millis(panel.median),
        spread: millis(panel.spread),
        goal: `interactive (<= ${millis(PANEL_GOAL_MS)})`,
        isMet: panel.median <= PANEL_GOAL_MS,
      },
      {
        ...common,
        what: `typing into its filter, ten keys a second: from a key to its letter`,
        ours: `${millis(key.median)}, worst of ${keys.length} ${millis(worst)}`,
        spread: millis(key.spread),
        goal: `keeps up (worst <= ${millis(KEY_GOAL_MS)})`,
        isMet: worst <= KEY_GOAL_MS,
      },
      {
        ...common,
        what: `from the last key until the list is what was typed`,
        ours: `${millis(list.median)}, worst of ${matched.length} ${millis(Math.max(...matched))}`,
        spread: millis(list.spread),
        goal: `keeps up (median <= ${millis(LIST_GOAL_MS)})`,
        isMet: list.median <= LIST_GOAL_MS,
      },
    ];
  });
