import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServerClock } from '../../../src/client/createServerClock.js';
import type { License } from '../../../src/license/License.js';
import { parseLicense } from '../../../src/license/parseLicense.js';
import { createFormat } from '../../../src/messages/createFormat.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';
import { licenseFromClaims } from '../../../src/verifier/licenseFromClaims.js';
import { modelState, modelTime } from '../../support/referenceModel.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);

const body = (n: number | null, g: number | null) => ({
  tier: 'enterprise',
  entitlements: ['oidc'],
  expires_at: new Date(E).toISOString(),
  days_remaining: n,
  grace_remaining_seconds: g,
});

describe('a history', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  type Step =
    | { readonly kind: 'poll'; readonly date: boolean }
    | { readonly kind: 'pass'; readonly ms: number }
    | { readonly kind: 'sleep'; readonly ms: number }
    | { readonly kind: 'set the clock'; readonly by: number };

  type Memory = {
    license: License | null;
    believed: { readonly now: number; readonly stands: boolean; readonly since: number } | null;
  };

  const nowOf = ({ believed }: Memory) => believed && (believed.stands ? believed.now : believed.now + believed.since);

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

  it('is followed as the reference model follows it: truth, answers, two clocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: E - 20 * DAY, max: E + 20 * DAY }),
        fc.integer({ min: -4 * DAY, max: 4 * DAY }),
        steps,
        (start, offset, history: readonly Step[]) => {
          vi.setSystemTime(start + offset);
          const clock = createServerClock();
          let truth = start;
          // The model's memory: what it believed last, and how long ago by the monotonic clock.
          const memory: Memory = { license: null, believed: null };
          let apart = 0;
          // Once the clocks have parted, only a response ends it.
          let parted = false;
          for (const step of history) {
            if (step.kind === 'pass') {
              vi.advanceTimersByTime(step.ms);
              truth += step.ms;
              if (memory.believed) memory.believed = { ...memory.believed, since: memory.believed.since + step.ms };
            } else if (step.kind === 'poll') {
              const answer = licenseFromClaims({ tier: 'x', entitlements: ['oidc'], exp: E / 1_000 }, truth);
              const date = step.date ? Math.floor(truth / 1_000) * 1_000 : null;
              const last = parted ? null : nowOf(memory);
              const model = modelTime(
                { E, n: answer.days_remaining, g: answer.grace_remaining_seconds },
                { date, last, local: Date.now() },
              );
              memory.believed = { ...model, since: 0 };
              apart = 0;
              parted = false;
              const report = parseLicense(answer);
              memory.license = report.license;
              clock.observe(report, date);
            } else {
              // Before the clocks part, time is read, as a page does all the time.
              clock.now();
              const by = step.kind === 'sleep' ? step.ms : step.by;
              vi.setSystemTime(Date.now() + by);
              if (step.kind === 'sleep') truth += by;
              apart += by;
              parted ||= Math.abs(apart) > 30_000;
              if (memory.believed && parted) memory.believed = { ...memory.believed, now: nowOf(memory) ?? 0, stands: true };
            }
            const now = nowOf(memory);
            expect(clock.now()).toBe(now);
            expect(licenseStatus(memory.license, clock.now()).state).toBe(modelState(now, E, E + 7 * DAY));
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('with the Date of each answer is the truth to the second, whatever the clocks of the machine do', () => {
    fc.assert(
      fc.property(fc.integer({ min: E - 20 * DAY, max: E + 20 * DAY }), steps, (start, history: readonly Step[]) => {
        vi.setSystemTime(start + 3 * DAY);
        const clock = createServerClock();
        let truth = start;
        for (const step of history) {
          if (step.kind === 'pass') vi.advanceTimersByTime(step.ms);
          if (step.kind === 'sleep') vi.setSystemTime(Date.now() + step.ms);
          if (step.kind === 'set the clock') vi.setSystemTime(Date.now() + step.by);
          if (step.kind === 'pass' || step.kind === 'sleep') truth += step.ms;
          const answer = licenseFromClaims({ tier: 'x', entitlements: ['oidc'], exp: E / 1_000 }, truth);
          clock.observe(parseLicense(answer), Math.floor(truth / 1_000) * 1_000);
          expect(Math.abs((clock.now() ?? 0) - truth)).toBeLessThanOrEqual(1_000);
          expect(clock.clocksDiffer()).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('clocks that part', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: E - 10 * DAY });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['a sleep of three days', 3 * DAY],
    ['a clock that is set back', -DAY],
  ])('suspend time at %s: the last state stays, without a countdown, until the next answer', (_, by) => {
    const clock = createServerClock();
    clock.observe(parseLicense(body(9, 0)), E - 10 * DAY);
    vi.advanceTimersByTime(5_000);
    clock.now();
    vi.setSystemTime(Date.now() + by);
    expect([clock.suspended(), clock.now(), clock.until(E), clock.countdown.now()]).toEqual([true, E - 10 * DAY + 5_000, null, null]);
    clock.observe(parseLicense(body(6, 0)), E - 7 * DAY);
    expect([clock.suspended(), clock.now(), clock.countdown.now()]).toEqual([false, E - 7 * DAY, E - 7 * DAY]);
  });

  it('may differ by 30 seconds', () => {
    const clock = createServerClock();
    clock.observe(parseLicense(body(9, 0)), E - 10 * DAY);
    vi.setSystemTime(Date.now() + 30_000);
    expect(clock.suspended()).toBe(false);
    vi.setSystemTime(Date.now() + 1);
    expect(clock.suspended()).toBe(true);
  });
});

describe('time zones', () => {
  it('change the words and never the instant, also over a change to summer time', () => {
    const instant = Date.UTC(2027, 2, 28, 1, 30);
    expect(createFormat('en-GB', 'Europe/Berlin').instant(instant)).toBe('28 Mar 2027, 03:30 CEST (01:30 UTC)');
    expect(createFormat('en-GB', 'Europe/Berlin').instant(instant - 3_600_000)).toBe('28 Mar 2027, 01:30 CET (00:30 UTC)');
    expect(createFormat('en-GB', 'America/New_York').instant(Date.UTC(2027, 4, 1))).toBe(
      '30 Apr 2027, 20:00 GMT-4 (1 May 2027, 00:00 UTC)',
    );
    expect(createFormat('en-GB', 'UTC').instant(instant)).toBe('28 Mar 2027, 01:30 UTC');
  });
});
