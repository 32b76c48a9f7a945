import { describe, expect, it } from 'vitest';
import { earlyReminderAt, validReminderDays } from '../../../src/license/earlyReminder.js';

const E = Date.UTC(2027, 4, 1);
const license = (expiresAt: number | null) => ({
  tier: 'enterprise',
  entitlements: ['scim'],
  expiresAt,
  graceEndsAt: expiresAt && expiresAt + 604_800_000,
});

describe('validReminderDays', () => {
  it.each([8, 30, 365])('accepts %d', (days) => {
    expect(validReminderDays(days)).toBe(days);
  });

  it.each([undefined, null, '30', 7, 366, 0, -30, 8.5, Number.NaN, Infinity])('refuses %j', (days) => {
    expect(validReminderDays(days)).toBeNull();
  });
});

describe('earlyReminderAt', () => {
  it('returns the instant before the expiry, in days of 24 hours, also over summer time', () => {
    expect(earlyReminderAt(license(E), 30)).toBe(Date.UTC(2027, 3, 1));
    expect(earlyReminderAt(license(Date.UTC(2027, 3, 1)), 8)).toBe(Date.UTC(2027, 2, 24));
  });

  it('returns null for a license without end, without a license and without a reminder', () => {
    expect(earlyReminderAt(license(null), 30)).toBeNull();
    expect(earlyReminderAt(null, 30)).toBeNull();
    expect(earlyReminderAt(license(E), null)).toBeNull();
  });
});
