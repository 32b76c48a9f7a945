import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { License } from '../../../src/license/License.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';
import { PERIODS, timelineOf, timelinePlace } from '../../../src/license/timeline.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const endingAt = (expiresAt: number, grace = 7 * DAY): License => ({
  tier: 'enterprise',
  entitlements: ['oidc'],
  expiresAt,
  graceEndsAt: expiresAt + grace,
});
const boundsOf = (license: License) => {
  const timeline = timelineOf(license);
  if (timeline === null) throw new Error('This license has no end.');
  return timeline;
};

// Grace periods of any length, and the distance of an instant to the expiry.
const graces = fc.integer({ min: 1, max: 60 * DAY });
const distances = fc.oneof(fc.integer({ min: -4_000 * DAY, max: 4_000 * DAY }), fc.integer({ min: -9 * DAY, max: 9 * DAY }));

describe('timelinePlace', () => {
  it('starts each period at the exact millisecond', () => {
    const timeline = boundsOf(endingAt(E));
    expect(timeline).toEqual([E - 7 * DAY, E, E + 7 * DAY]);
    timeline.forEach((boundary, index) => {
      expect(timelinePlace(timeline, boundary)[0]).toBe(index + 1);
      expect(timelinePlace(timeline, boundary - 1)).toEqual([index + 0.995, boundary]);
    });
    // The first step of a period is 1/200 of it: of a week, or of the compressed scale of the open period.
    const [week, open] = [(7 * DAY) / 200, 90 * DAY * (1 / 0.995 - 1)];
    expect(timeline.map((boundary) => (timelinePlace(timeline, boundary)[1] ?? 0) - boundary)).toEqual([week, week, Math.ceil(open)]);
    expect(timelinePlace(boundsOf(endingAt(E, 20 * DAY)), E)).toEqual([2, E + (20 * DAY) / 200]);
  });

  it('is linear in the reminder and the grace period, whatever their length', () => {
    expect(timelinePlace(boundsOf(endingAt(E)), E - 3.5 * DAY)[0]).toBe(1.5);
    expect(timelinePlace(boundsOf(endingAt(E, 20 * DAY)), E + 5 * DAY)[0]).toBe(2.25);
  });

  it('fits ten years into the open periods, and distinguishes days near their known end', () => {
    const timeline = boundsOf(endingAt(E));
    const places = [3_650, 360, 97, 30, 8].map((days) => timelinePlace(timeline, E - days * DAY)[0]);
    expect(places).toEqual([0.02, 0.2, 0.5, 0.795, 0.985]);
    expect([9, 97, 3_650].map((days) => timelinePlace(timeline, E + days * DAY)[0])).toEqual([3.02, 3.5, 3.975]);
  });

  it('stops at the end, without a next step', () => {
    expect(timelinePlace(boundsOf(endingAt(E)), E + 100_000 * DAY)).toEqual([3.995, null]);
  });

  it('lies in the period of the state at any instant', () => {
    fc.assert(
      fc.property(graces, distances, (grace, distance) => {
        const license = endingAt(E, grace);
        const [place] = timelinePlace(boundsOf(license), E + distance);
        expect(PERIODS[Math.floor(place)]).toBe(licenseStatus(license, E + distance).state);
        expect(place).toBeLessThan(4);
      }),
    );
  });

  it('never moves backwards', () => {
    fc.assert(
      fc.property(graces, distances, fc.integer({ min: 0, max: 400 * DAY }), (grace, distance, later) => {
        const timeline = boundsOf(endingAt(E, grace));
        expect(timelinePlace(timeline, E + distance + later)[0]).toBeGreaterThanOrEqual(timelinePlace(timeline, E + distance)[0]);
      }),
    );
  });

  it('stays until the instant that it returns, and has moved a moment later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_000, max: 60 * DAY }), distances, (grace, distance) => {
        const timeline = boundsOf(endingAt(E, grace));
        const [place, movesAt] = timelinePlace(timeline, E + distance);
        if (movesAt === null) return;
        expect(movesAt).toBeGreaterThan(E + distance);
        expect(timelinePlace(timeline, Math.max(movesAt - 2, E + distance))[0]).toBe(place);
        expect(timelinePlace(timeline, movesAt + 1)[0]).toBeGreaterThan(place);
      }),
    );
  });

  it('returns a future instant at every step and around it', () => {
    const timeline = boundsOf(endingAt(E));
    for (let moved: number | null = E - 3_650 * DAY; moved !== null && moved < E + 3_650 * DAY; ) {
      const next: number | null = timelinePlace(timeline, moved)[1];
      for (const now of [moved - 0.5, moved, moved + 0.25]) expect(timelinePlace(timeline, now)[1]).toBeGreaterThan(now);
      moved = next;
    }
  });
});

describe('timelineOf', () => {
  it('returns null for a license without an expiry', () => {
    expect(timelineOf({ tier: 'enterprise', entitlements: ['oidc'], expiresAt: null, graceEndsAt: null })).toBeNull();
  });

  it('uses a grace period of seven days if the API reports none', () => {
    expect(timelineOf({ ...endingAt(E), graceEndsAt: null })?.[2]).toBe(E + 7 * DAY);
  });
});
