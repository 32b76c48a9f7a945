import { openDeaf, openOurs, openUsual } from './dashboards.js';
import { drawChart } from './drawChart.js';
import { createDice, type Events, runHerd } from './runHerd.js';
import { type BenchOptions, NODE, type Row, times } from './Row.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const RESTART = { at: MINUTE, ms: 40 * SECOND };
const FLOOD = 3 * MINUTE;
const WATCHED_MS = 5 * MINUTE;
const GOAL = 1 / 10;
const FAR = 180 * DAY;
const LONG_AGO = -20 * DAY;

/** One thing that happens to all dashboards together: the most requests for the license in any second: of ours, of the usual ones, and of those that hear no 402. */
type Peak = { readonly what: string; readonly ours: number; readonly usual: number; readonly deaf: number; readonly goal: number | null };

const FLOODS: readonly { readonly what: string; readonly expiresIn: number; readonly openingMs: number }[] = [
  { what: 'in force, as far as was known', expiresIn: FAR, openingMs: 15 * MINUTE },
  { what: 'lapsed', expiresIn: LONG_AGO, openingMs: 5 * MINUTE },
];

const DAYS: readonly (readonly [license: string, events: Events])[] = [
  ['active', { expiresIn: FAR }],
  ['expiring', { expiresIn: 4 * DAY }],
  ['expiring, and from noon in grace', { expiresIn: DAY / 2 }],
  ['in grace', { expiresIn: -3 * DAY }],
  ['in grace, and from noon expired', { expiresIn: -6.5 * DAY }],
  ['expired', { expiresIn: LONG_AGO }],
  ['unlicensed', { expiresIn: null }],
  ['unknown, since every answer is a 503', { expiresIn: FAR, restart: { at: -DAY, ms: 3 * DAY } }],
];

/**
 * Dashboards through a restart of the API and a flood of 402s after it: ours, and ones with `refetchInterval: 60_000` that hear 402s, or don't. Then the same license
 * lapses for all of ours, while nothing is wrong.
 *
 * @param random The dice of the pages.
 */
async function peaksOfHerd(dashboards: number, random: () => number): Promise<{ readonly peaks: readonly Peak[]; readonly chart: string }> {
  const whole = { dashboards, random, ms: WATCHED_MS };
  const through = { restart: RESTART, flood: FLOOD };
  const usual = await runHerd({ ...whole, open: openUsual, openingMs: MINUTE, events: { ...through, expiresIn: FAR } });
  const deaf = await runHerd({ ...whole, open: openDeaf, openingMs: MINUTE, events: { ...through, expiresIn: FAR } });
  const most = peakOf(usual, 0, WATCHED_MS);
  const peaks: Peak[] = [];
  const charts = [drawChart('refetchInterval: 60_000, default retries, a refetch at each 402', usual, WATCHED_MS, most)];
  for (const { what, expiresIn, openingMs } of FLOODS) {
    const ours = await runHerd({ ...whole, open: openOurs, openingMs, events: { ...through, expiresIn } });
    const compare = (name: string, from: number, to: number, goal: number | null) =>
      peaks.push({
        what: `${name}, license ${what}`,
        ours: peakOf(ours, from, to),
        usual: peakOf(usual, from, to),
        deaf: peakOf(deaf, from, to),
        goal,
      });
    compare('before anything happens', 0, RESTART.at, null);
    compare('a restart of 40 s', RESTART.at, FLOOD, null);
    compare('a flood of 402s', FLOOD, WATCHED_MS, null);
    compare('all of it', 0, WATCHED_MS, GOAL);
    charts.push(drawChart(`ours, license ${what}`, ours, WATCHED_MS, most));
  }
  const changing = await runHerd({ ...whole, open: openOurs, openingMs: MINUTE, events: { expiresIn: FLOOD - 7 * DAY } });
  const lapses = 'the license lapses for all in the same second';
  const [steady, steadyDeaf] = [peakOf(usual, 0, RESTART.at), peakOf(deaf, 0, RESTART.at)];
  peaks.push({ what: lapses, ours: peakOf(changing, 0, WATCHED_MS), usual: steady, deaf: steadyDeaf, goal: null });
  charts.push(drawChart(`ours, ${lapses}`, changing, WATCHED_MS, most));
  return { peaks, chart: charts.join('\n\n') };
}

/** Requests a day of one admin whose dashboard is in sight all day, by the real policy. */
async function requestsADay(): Promise<ReadonlyMap<string, number>> {
  const days = new Map<string, number>();
  for (const [license, events] of DAYS) {
    const asked = await runHerd({ open: openOurs, dashboards: 1, openingMs: MINUTE, ms: DAY, events, random: createDice(3) });
    days.set(license, asked.length);
  }
  return days;
}

/**
 * Both as rows, and the requests over time as a chart. Made worse on purpose, the pages have dice that always fall alike. Fewer dashboards are
 * quicker, and their most in a second is more a matter of chance.
 */
export async function herd(
  { slowed }: BenchOptions,
  dashboards = 10_000,
): Promise<{ readonly rows: readonly Row[]; readonly chart: string }> {
  const { peaks, chart } = await peaksOfHerd(dashboards, slowed ? () => 0 : createDice(2));
  const runtime = `virtual clock, ${NODE}`;
  // One that hears no 402 asks no more because of them, and tells nobody: both are shown.
  const rows = peaks.flatMap(({ what, ours, usual, deaf, goal }) =>
    [
      { other: usual, as: 'refetchInterval: 60_000 and a refetch at each 402' },
      { other: deaf, as: 'refetchInterval: 60_000 alone' },
    ].map(
      ({ other, as }): Row => ({
        what: `${dashboards.toLocaleString('en')} dashboards, ${what}: the most requests in a second, against ${as}`,
        runtime,
        ours: `${ours}, ${times(ours / other)}`,
        other: `${other}`,
        goal: goal === null ? '-' : `<= ${times(goal)}`,
        isMet: goal === null ? null : ours / other <= goal,
      }),
    ),
  );
  for (const [license, requests] of await requestsADay()) {
    const other = `${DAY / MINUTE} by refetchInterval: 60_000`;
    rows.push({ what: `requests a day of one admin, ${license}`, runtime, ours: `${requests}`, other, goal: '-', isMet: null });
  }
  return { rows, chart };
}

// In any second, not only in those that begin with a full one.
function peakOf(asked: readonly number[], from: number, to: number): number {
  const times = asked.filter((at) => at >= from && at < to).sort((one, other) => one - other);
  let [first, most] = [0, 0];
  for (const [at, time] of times.entries()) {
    while (time - (times[first] ?? time) >= SECOND) first += 1;
    most = Math.max(most, at - first + 1);
  }
  return most;
}
