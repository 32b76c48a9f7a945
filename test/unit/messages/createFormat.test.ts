import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/messages/createFormat.js';
import { allMessages, LANGUAGES } from '../../support/allMessages.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// Offsets of whole, half and quarter hours, with and without summer time, and near the date line.
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Marquesas',
] as const;
const { names } = allMessages.en;
const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });
const offsets = fc.oneof(fc.integer({ min: -9 * DAY, max: 9 * DAY }), fc.integer({ min: -50 * HOUR, max: 50 * HOUR }));

describe('a relative time', () => {
  it.each([
    [5 * DAY + HOUR, 'in 5 days'],
    [2 * DAY, 'in 2 days'],
    [2 * DAY - 1, 'in 47 hours'],
    [20 * HOUR, 'in 20 hours (tomorrow)'],
    [3 * HOUR, 'in 3 hours (today)'],
    [HOUR - 1, 'in 59 minutes'],
    [MINUTE - 1, 'in less than a minute'],
    [0, 'just now'],
    [-HOUR, '1 hour ago (today)'],
    [-20 * HOUR, '20 hours ago (yesterday)'],
    [-2 * DAY, '2 days ago'],
  ])('at a distance of %i ms reads "%s" at noon', (distance, words) => {
    const now = Date.UTC(2027, 4, 1, 12);
    expect(createFormat('en', 'UTC').relative(now + distance, now, names)[0]).toBe(words);
  });

  it('keeps its words until the returned instant, in every zone', () => {
    const check = (zone: string, instant: number, offset: number) => {
      const { relative } = createFormat('en', zone);
      const now = instant + offset;
      const [words, changesAt] = relative(instant, now, names);
      if (changesAt === null) return;
      expect(changesAt).toBeGreaterThan(now);
      for (const at of [Math.floor((now + changesAt) / 2), changesAt - 1]) expect(relative(instant, at, names)[0]).toBe(words);
    };
    fc.assert(fc.property(zones, instants, offsets, check), { numRuns: 500 });
  });

  it('names the day according to the calendar of the zone', () => {
    const check = (zone: string, instant: number, offset: number) => {
      const calendar = (at: number) => new Date(at).toLocaleDateString('en-GB', { timeZone: zone, dateStyle: 'full' });
      const now = instant + offset;
      const [words] = createFormat('en', zone).relative(instant, now, names);
      const day = /\((\w+)\)$/.exec(words)?.[1];
      // The previous and the next day are reached within these hours, whatever their length.
      const neighbours = (sign: 1 | -1) => [12, 18, 24, 30, 36].map((hours) => calendar(now + sign * hours * HOUR));
      if (day === 'today') expect(calendar(instant)).toBe(calendar(now));
      if (day === 'tomorrow') expect(neighbours(1).find((name) => name !== calendar(now))).toBe(calendar(instant));
      if (day === 'yesterday') expect(neighbours(-1).find((name) => name !== calendar(now))).toBe(calendar(instant));
    };
    fc.assert(fc.property(zones, instants, offsets, check), { numRuns: 500 });
  });

  it('changes the name of the day at midnight', () => {
    const { relative } = createFormat('en', 'Asia/Kathmandu');
    const midnight = Date.UTC(2027, 4, 1, 18, 15);
    expect(relative(midnight - 2 * HOUR, midnight - 1, names)[0]).toBe('1 hour ago (today)');
    expect(relative(midnight - 2 * HOUR, midnight, names)).toEqual(['2 hours ago (yesterday)', midnight + 15 * MINUTE]);
    expect(relative(midnight + 2 * HOUR, midnight - 1, names)).toEqual(['in 2 hours (tomorrow)', midnight]);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('formats numbers and plurals for the language', () => {
    const format = createFormat(language);
    expect(format.number(12_345)).toBe(new Intl.NumberFormat(language).format(12_345));
    const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    for (const count of [0, 1, 2, 3, 11, 100]) expect(format.plural(count, forms)).toBe(new Intl.PluralRules(language).select(count));
  });

  it('a relative time contains no English word', () => {
    const format = createFormat(language, 'UTC');
    const noon = Date.UTC(2027, 4, 1, 12);
    const { names: own } = allMessages[language];
    const texts = [5 * DAY, 20 * HOUR, 3 * HOUR, 9 * MINUTE, 1, 0, -HOUR, -20 * HOUR].map(
      (away) => format.relative(noon + away, noon, own)[0],
    );
    expect(new Set(texts).size).toBe(texts.length);
    if (language !== 'en') expect(texts.join()).not.toMatch(/\b(days?|hours?|ago|today|now)\b/);
  });
});
