import { describe, expect, it } from 'vitest';
import { estimateServerTime, type TimeEvidence } from '../../../src/client/estimateServerTime.js';
import { parseLicense } from '../../../src/license/parseLicense.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const E = Date.UTC(2027, 4, 1);
const G = E + 7 * DAY;

function read(n: number | null, g: number | null, evidence: Partial<TimeEvidence>) {
  const report = parseLicense({
    tier: 'enterprise',
    entitlements: ['oidc'],
    expires_at: new Date(E).toISOString(),
    days_remaining: n,
    grace_remaining_seconds: g,
  });
  return estimateServerTime(report, { date: null, confirmed: null, local: Number.NaN, graceEndsAt: null, ...evidence });
}

describe('the evidence', () => {
  it("is the answer's own Date before everything else", () => {
    const now = E - 20 * DAY - HOUR;
    expect(read(20, 0, { date: now, confirmed: E, local: G })).toMatchObject({ now, confirmed: true, clockOff: false });
  });

  it('is the last confirmed instant without a Date', () => {
    const confirmed = E - 20 * DAY - HOUR;
    expect(read(20, 0, { confirmed, local: G })).toMatchObject({ now: confirmed, confirmed: true, clockOff: false });
  });

  it('is the local clock without either, and confirms nothing', () => {
    const local = E - 20 * DAY - HOUR;
    expect(read(20, 0, { local })).toMatchObject({ now: local, confirmed: false, clockOff: false });
  });
});

describe('an answer with days remaining', () => {
  it('bounds a clock that is behind from below, with a warning', () => {
    expect(read(20, 0, { local: E - 23 * DAY })).toMatchObject({ now: E - 21 * DAY, frozen: false, clockOff: true });
  });

  it('bounds a clock that is ahead from above, where time then stands', () => {
    expect(read(20, 0, { local: E - 17 * DAY })).toMatchObject({ now: E - 19 * DAY - 1, frozen: true, clockOff: true, confirmed: false });
  });

  it('bounds in silence within five minutes', () => {
    expect(read(20, 0, { date: E - 19 * DAY + 5 * MINUTE - 1 })).toMatchObject({ frozen: true, clockOff: false, confirmed: true });
    expect(read(20, 0, { date: E - 19 * DAY + 5 * MINUTE })).toMatchObject({ frozen: true, clockOff: true });
  });

  it('never lets a clock that is days ahead reach the expiry', () => {
    expect(read(1, 0, { local: E + 3 * DAY }).now).toBe(E - 1);
  });
});

describe('an answer in grace', () => {
  it('tells the instant by itself, whatever the clock', () => {
    for (const local of [E - 300 * DAY, E + DAY, G + 300 * DAY]) {
      expect(read(0, 3 * 86_400, { local })).toMatchObject({ now: G - 3 * DAY, graceEndsAt: G, confirmed: true });
    }
  });

  it('warns when the evidence lies before the expiry by more than five minutes', () => {
    expect(read(0, 3 * 86_400, { local: E - 5 * MINUTE - 1 }).clockOff).toBe(true);
    expect(read(0, 3 * 86_400, { local: E - 5 * MINUTE }).clockOff).toBe(false);
  });

  it('takes another length of grace from a Date after the expiry', () => {
    expect(read(0, 3_600, { date: E + 2 * DAY })).toMatchObject({ now: E + 2 * DAY, graceEndsAt: E + 2 * DAY + HOUR, clockOff: false });
  });

  it('keeps to 7 days where the Date agrees within five minutes', () => {
    const counted = G - 3 * DAY;
    expect(read(0, 3 * 86_400, { date: counted + 5 * MINUTE })).toMatchObject({ now: counted, graceEndsAt: G });
    expect(read(0, 3 * 86_400, { date: counted + 5 * MINUTE + 1 }).graceEndsAt).toBe(G + 5 * MINUTE + 1);
  });

  it('starts at the expiry where more grace is left than 7 days', () => {
    expect(read(0, 14 * 86_400, { local: E })).toMatchObject({ now: E, graceEndsAt: E + 14 * DAY });
  });

  it('is of 7 days where a minute more is left', () => {
    expect(read(0, 7 * 86_400 + 60, { local: E })).toMatchObject({ now: E, graceEndsAt: G });
    expect(read(0, 7 * 86_400 + 61, { local: E }).graceEndsAt).toBe(G + 61_000);
  });
});

describe('an answer on the last day, or beyond grace (both say 0 and 0)', () => {
  it('is the branch in which the Date lies', () => {
    expect(read(0, 0, { date: E - HOUR }).now).toBe(E - HOUR);
    expect(read(0, 0, { date: G + HOUR }).now).toBe(G + HOUR);
  });

  it('is the nearer branch for a Date between them, with a warning', () => {
    expect(read(0, 0, { date: E + HOUR })).toMatchObject({ now: E - 1, frozen: true, clockOff: true });
    expect(read(0, 0, { date: G - HOUR })).toMatchObject({ now: G, frozen: false, clockOff: true });
  });

  it('is the branch in which the local clock lies, where there is nothing else', () => {
    expect(read(0, 0, { local: E - HOUR }).now).toBe(E - HOUR);
    expect(read(0, 0, { local: G + 300 * DAY }).now).toBe(G + 300 * DAY);
  });

  it('is undecided where the local clock lies in neither', () => {
    for (const local of [E - DAY - 1, E, G - 1])
      expect(read(0, 0, { local })).toMatchObject({ now: null, clockOff: true, confirmed: false });
  });

  it('goes by the confirmed instant before the local clock', () => {
    expect(read(0, 0, { confirmed: E - HOUR, local: G + DAY }).now).toBe(E - HOUR);
  });

  it('goes by the grace end that was told before', () => {
    expect(read(0, 0, { date: E + 3 * DAY, graceEndsAt: E + 2 * DAY })).toMatchObject({
      now: E + 3 * DAY,
      graceEndsAt: E + 2 * DAY,
      clockOff: false,
    });
  });
});

describe('an answer with days below zero', () => {
  it('lies beyond grace, and a Date after the expiry agrees', () => {
    expect(read(-1, 0, { date: E + DAY })).toMatchObject({ now: G, clockOff: false });
    expect(read(-9, 0, { date: G + 2 * DAY })).toMatchObject({ now: G + 2 * DAY, clockOff: false });
    expect(read(-9, 0, { date: E - DAY })).toMatchObject({ now: G, clockOff: true });
    expect(read(-9, 0, { local: E + DAY })).toMatchObject({ now: G, clockOff: true });
  });
});

describe('an answer that leaves numbers out', () => {
  it('sets no bound when both are missing', () => {
    expect(read(null, null, { local: G + 99 * DAY })).toMatchObject({ now: G + 99 * DAY, clockOff: false });
  });

  it('goes by the days when the grace is missing', () => {
    expect(read(5, null, { local: G }).now).toBe(E - 4 * DAY - 1);
    expect(read(0, null, { local: E + DAY }).now).toBe(E + DAY);
    expect(read(-2, null, { local: E - 2 * DAY }).now).toBe(E);
  });

  it('excludes the grace period when only the grace is told, and is none', () => {
    expect(read(null, 0, { date: E - 30 * DAY }).now).toBe(E - 30 * DAY);
    expect(read(null, 0, { date: G - HOUR }).now).toBe(G);
    expect(read(null, 0, { local: E + DAY }).now).toBeNull();
  });
});
