import { type ModelAnswer, modelState, modelTime } from './referenceModel.js';

// Models what a page shows after each check. It is written from docs/contract.md (Freshness, What time it is, What is remembered),
// independently of the code.

const DAY = 86_400_000;

/** Maps each cause to the freshness in the table of the contract. `fresh` means that the response is readable. */
export const MODEL_FRESHNESS = {
  none: 'fresh',
  'html-login': 'unreadable',
  empty: 'unreadable',
  truncated: 'unreadable',
  'wrong-types': 'unreadable',
  'infinite-number': 'unreadable',
  'too-large': 'unreadable',
  'duplicate-keys': 'fresh',
  'proto-keys': 'fresh',
  'no-content': 'unreadable',
  redirect: 'unauthorized',
  'login-redirect': 'unauthorized',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'payment-required': 'unreadable',
  'rate-limited': 'rate-limited',
  'rate-limited-date': 'rate-limited',
  'rate-limited-rubbish': 'rate-limited',
  'internal-error': 'server-error',
  'bad-gateway': 'server-error',
  'server-error': 'server-error',
  reset: 'unreachable',
  'never-ending': 'timeout',
  'slow-loris': 'timeout',
  'no-date': 'fresh',
  'foreign-date': 'fresh',
  refused: 'unreachable',
  offline: 'offline',
} as const;

export type ModelCause = keyof typeof MODEL_FRESHNESS;

/** License in a response. `E` is the expiry, null without one. `n` is days_remaining, `g` is grace_remaining_seconds. */
export type ModelBody = { readonly entitled: boolean; readonly E: number | null; readonly n: number; readonly g: number };

/** Clocks of the machine that runs the page. */
export type ModelClocks = { readonly local: number; readonly monotonic: number };

/** State of a page between two events. */
export type PageModel = {
  readonly freshness: string;
  readonly license: { readonly entitled: boolean; readonly E: number | null; readonly G: number } | null;
  readonly time: { readonly now: number; readonly monotonic: number; readonly stands: boolean } | null;
  readonly warns: boolean;
  /** True if wall clock and monotonic clock have diverged since the last response. */
  readonly parted: boolean;
};

export const NEW_PAGE: PageModel = {
  freshness: 'pending',
  license: null,
  time: null,
  warns: false,
  parted: false,
};

/** Returns the page after a check with this cause. `date` is the `Date` of the response, null without one. */
export function afterCheck(page: PageModel, cause: ModelCause, body: ModelBody, date: number | null, clocks: ModelClocks): PageModel {
  const freshness = MODEL_FRESHNESS[cause];
  if (freshness === 'forbidden') return { ...NEW_PAGE, freshness };
  if (freshness !== 'fresh') return { ...page, freshness };
  const last = page.parted ? null : timeOf(page, clocks);
  const { entitled, E, n, g } = body;
  const { monotonic } = clocks;
  if (E === null) {
    const time = { now: date ?? last ?? clocks.local, monotonic, stands: false };
    return { freshness, license: { entitled, E, G: Number.POSITIVE_INFINITY }, time, warns: false, parted: false };
  }
  const answer: ModelAnswer = { E, n, g };
  const { now, stands, warns } = modelTime(answer, { date, last, local: clocks.local });
  return { freshness, license: { entitled, E, G: E + 7 * DAY }, time: { now, monotonic, stands }, warns, parted: false };
}

/** Returns the page after the wall clock was set or the machine has slept. State and time are frozen. */
export function afterJump(page: PageModel, clocks: ModelClocks): PageModel {
  if (page.time === null || page.parted) return page;
  return { ...page, time: { now: timeOf(page, clocks) ?? 0, monotonic: clocks.monotonic, stands: true }, parted: true };
}

/** Returns what the page shows: state, freshness, clock warning, and whether countdowns run. */
export function viewOf(page: PageModel, clocks: ModelClocks) {
  const { license, freshness } = page;
  const state = stateOf(page, clocks);
  return {
    state,
    freshness,
    known: license !== null,
    warns: page.warns,
    counts: !page.parted,
  };
}

function stateOf(page: PageModel, clocks: ModelClocks): string {
  const { license } = page;
  if (license === null) return 'unknown';
  if (license.E === null) return license.entitled ? 'active' : 'unlicensed';
  return modelState(timeOf(page, clocks), license.E, license.G);
}

function timeOf({ time }: PageModel, { monotonic }: ModelClocks): number | null {
  if (time === null) return null;
  return time.stands ? time.now : time.now + monotonic - time.monotonic;
}

/** Returns the distance to the nearest state change, in milliseconds. A prediction close to a change proves nothing. */
export function nearestChange(page: PageModel, clocks: ModelClocks): number {
  const now = timeOf(page, clocks);
  const { license } = page;
  if (now === null || license?.E == null) return Number.POSITIVE_INFINITY;
  return Math.min(...[license.E - 7 * DAY, license.E, license.G].map((change) => Math.abs(change - now)));
}
