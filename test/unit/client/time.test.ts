import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { NO_SNAPSHOT, serverNow } from '../../../src/client/LicenseSnapshot.js';
import { bodyFromClaims } from '../../../mocks/bodyFromClaims.js';
import { createFormat } from '../../../src/messages/createFormat.js';
import { checkLicense } from '../../support/checkLicense.js';
import { modelTime } from '../../support/referenceModel.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
// A snapshot is kept if its meaning is unchanged, and `Date` has whole seconds.
const TOLERANCE_MS = 2_000;

type Step =
  | { readonly kind: 'poll'; readonly date: boolean }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: 'set the clock'; readonly by: number };

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('poll' as const), date: fc.boolean() }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 3 * DAY }) }),
    fc.record({ kind: fc.constant('sleep' as const), ms: fc.integer({ min: 60_000, max: 5 * DAY }) }),
    fc.record({
      kind: fc.constant('set the clock' as const),
      by: fc.constantFrom(-3 * DAY, -3_600_000, -31_000, 31_000, 3_600_000, 3 * DAY),
    }),
  ),
  { minLength: 1, maxLength: 14 },
);

/** Opens a query for an API at the time `start`, on a machine whose clock is `offset` milliseconds ahead. */
function openPage(start: number, offset: number) {
  vi.setSystemTime(start + offset);
  const queries = new QueryClient();
  let truth = start;
  let isDated = true;
  const body = () => bodyFromClaims({ tier: 'x', entitlements: ['oidc'], exp: E / 1_000 }, truth);
  const date = () => Math.floor(truth / 1_000) * 1_000;
  const fetch = async () => Response.json(body(), { headers: isDated ? { date: new Date(date()).toUTCString() } : {} });
  const client = createLicenseClient({ baseUrl: 'https://a.example', scope: 'ada', storage: null, fetch });
  let snapshot = NO_SNAPSHOT;
  return {
    body,
    date,
    truth: () => truth,
    snapshot: () => snapshot,
    now: () => serverNow(snapshot),
    async poll(dated: boolean) {
      isDated = dated;
      snapshot = await checkLicense(client, queries);
    },
    play(step: Exclude<Step, { kind: 'poll' }>) {
      if (step.kind === 'pass') vi.advanceTimersByTime(step.ms);
      if (step.kind === 'sleep') vi.setSystemTime(Date.now() + step.ms);
      if (step.kind === 'set the clock') vi.setSystemTime(Date.now() + step.by);
      if (step.kind !== 'set the clock') truth += step.ms;
    },
  };
}

describe('the time through polls, sleeps and clock changes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('agrees with the reference model', async () => {
    const follow = async (start: number, offset: number, history: readonly Step[]) => {
      const page = openPage(start, offset);
      // The model's time: an instant, whether it is frozen, and the monotonic time since then.
      let believed = null as { readonly now: number; readonly stands: boolean; readonly since: number } | null;
      // The difference between wall clock and monotonic clock since the last response.
      let apart = 0;
      for (const step of history) {
        if (step.kind === 'poll') {
          const { days_remaining: n, grace_remaining_seconds: g } = page.body();
          // The last time advances, even if the page's time is frozen.
          const last: number | null = believed === null || Math.abs(apart) > 30_000 ? null : believed.now + believed.since;
          await page.poll(step.date);
          believed = { ...modelTime({ E, n, g }, { date: step.date ? page.date() : null, last, local: Date.now() }), since: 0 };
          apart = 0;
        } else {
          page.play(step);
          if (step.kind === 'pass' && believed !== null) believed = { ...believed, since: believed.since + step.ms };
          else if (step.kind === 'sleep') apart += step.ms;
          else if (step.kind === 'set the clock') apart += step.by;
        }
        const expected = believed && believed.now + (believed.stands ? 0 : believed.since);
        if (expected === null) expect(page.now()).toBeNull();
        else expect(Math.abs((page.now() ?? 0) - expected)).toBeLessThanOrEqual(TOLERANCE_MS);
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: E - 20 * DAY, max: E + 20 * DAY }), fc.integer({ min: -4 * DAY, max: 4 * DAY }), steps, follow),
      { numRuns: 500 },
    );
  });

  it('is correct to two seconds if each response has a Date, whatever the clocks of the machine do', async () => {
    const follow = async (start: number, history: readonly Step[]) => {
      const page = openPage(start, 3 * DAY);
      for (const step of history) {
        if (step.kind !== 'poll') page.play(step);
        await page.poll(true);
        expect(Math.abs((page.now() ?? 0) - page.truth())).toBeLessThanOrEqual(TOLERANCE_MS);
        expect(page.snapshot().clocksDiffer).toBe(false);
      }
    };
    await fc.assert(fc.asyncProperty(fc.integer({ min: E - 20 * DAY, max: E + 20 * DAY }), steps, follow), { numRuns: 200 });
  });
});

describe('time zones', () => {
  it('change the text but never the instant, also across the change to summer time', () => {
    const instant = Date.UTC(2027, 2, 28, 1, 30);
    const written = (zone: string, at: number) => {
      const { instant: local, zoned, utc } = createFormat('en-GB', zone);
      return [local(at), zoned(at), utc(at)];
    };
    expect(written('Europe/Berlin', instant)).toEqual(['28 Mar 2027, 03:30', '28 Mar 2027, 03:30 CEST', '01:30 UTC']);
    expect(written('Europe/Berlin', instant - 3_600_000)).toEqual(['28 Mar 2027, 01:30', '28 Mar 2027, 01:30 CET', '00:30 UTC']);
    expect(written('America/New_York', Date.UTC(2027, 4, 1))).toEqual([
      '30 Apr 2027, 20:00',
      '30 Apr 2027, 20:00 GMT-4',
      '1 May 2027, 00:00 UTC',
    ]);
    expect(written('UTC', instant)).toEqual(['28 Mar 2027, 01:30', '28 Mar 2027, 01:30 UTC', null]);
  });
});
