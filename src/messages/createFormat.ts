import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/time.js';

// The offsets of time zones are multiples of 15 minutes, so midnight in any zone is a multiple, too.
const QUARTER = 15 * MINUTE_MS;

/** A value, and the time of its next change in milliseconds, since 1970 or as an age; `null` for never. */
export type TimedValue<T> = readonly [value: T, changesAt: number | null];

/** The texts for a relative time that `Intl` lacks. */
type MomentWords = {
  /** For less than a minute ahead. */
  readonly soon: string;
  /** For less than a minute ago. */
  readonly justNow: string;
  /** Joins the distance in hours and the day: `in 3 hours (today)`. */
  readonly onDay: (p: { day: string; when: string }) => string;
};

/** Formats dates, durations, numbers and lists in one language with `Intl`. Instants are milliseconds since 1970. */
export type Format = {
  /** A BCP 47 tag. */
  readonly locale: string;
  /** Formats a number with the separators of the language: `10,000`. */
  number(value: number): string;
  /** Formats an instant in local time: `8 May 2027, 02:00`. */
  instant(instant: number): string;
  /** Formats an instant in local time, with its zone: `8 May 2027, 02:00 CEST`. */
  zoned(instant: number): string;
  /** Formats an instant in UTC, with the day if it differs from the local one: `00:00 UTC`. `null` if the local zone is UTC. */
  utc(instant: number): string | null;
  /** Formats the local day: `8 May 2027`. */
  day(instant: number): string;
  /** Formats the local day without the year: `8 May`. */
  dayOfYear(instant: number): string;
  /** Formats the distance to an instant in one unit: `in 5 days`, `20 hours ago (yesterday)`, `in 9 minutes`. Uses days from 48 hours on. */
  relative(instant: number, now: number, words: MomentWords): TimedValue<string>;
  /** Formats the time until an instant: `4 days, 22 hours`. Returns `soon` if less than a minute is left. */
  remaining(instant: number, now: number, soon: string): TimedValue<string>;
  /** Joins items for a sentence: `SCIM, Vault, and OIDC`. */
  list(items: readonly string[]): string;
  /** Returns the form for a count by the plural rules of the language. */
  plural(count: number, forms: { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>): string;
};

/** Creates the formats of a language. `timeZone` defaults to that of the machine. The provider keeps the result. */
export function createFormat(locale: string, timeZone?: string): Format {
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const dates = (options: Intl.DateTimeFormatOptions, language = locale) => once(() => new Intl.DateTimeFormat(language, options));
  const day = dates({ ...date, timeZone });
  const dayOfYear = dates({ day: 'numeric', month: 'short', timeZone });
  const local = dates({ ...date, ...time, timeZone });
  const zoned = dates({ ...date, ...time, timeZone, timeZoneName: 'short' });
  const utcDay = dates({ ...date, timeZone: 'UTC' });
  const utc = dates({ ...date, ...time, timeZone: 'UTC', timeZoneName: 'short' });
  const utcTime = dates({ ...time, timeZone: 'UTC', timeZoneName: 'short' });
  // Swedish dates have the format of ISO 8601.
  const isoDay = dates({ timeZone }, 'sv');
  const dayNumber = (instant: number) => Date.parse(isoDay().format(instant)) / DAY_MS;
  const relative = once(() => new Intl.RelativeTimeFormat(locale));
  const relativeDay = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const list = once(() => new Intl.ListFormat(locale));
  const units = once(() => new Intl.ListFormat(locale, { type: 'unit' }));
  const plurals = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const amount = (value: number, unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);

  return {
    locale,
    number: (value) => numbers().format(value),
    // Without a zone, `Intl` writes `2:00` on a 24-hour clock, and `02:00` with one.
    instant: (instant) =>
      local()
        .format(instant)
        .replace(/(?<!\d)\d:\d\d$/, '0$&'),
    zoned: (instant) => zoned().format(instant),
    utc(instant) {
      if (zoned().format(instant) === utc().format(instant)) return null;
      return (day().format(instant) === utcDay().format(instant) ? utcTime : utc)().format(instant);
    },
    day: (instant) => day().format(instant),
    dayOfYear: (instant) => dayOfYear().format(instant),
    relative(instant, now, { soon, justNow, onDay }) {
      const ahead = instant > now;
      const distance = Math.abs(instant - now);
      const size = distance >= 2 * DAY_MS ? DAY_MS : distance >= HOUR_MS ? HOUR_MS : MINUTE_MS;
      const count = Math.floor(distance / size);
      const changesAt = ahead ? justPast(instant, count * size) : instant + (count + 1) * size;
      if (count === 0) return [ahead ? soon : justNow, changesAt];
      const when = relative().format(ahead ? count : -count, size === DAY_MS ? 'day' : size === HOUR_MS ? 'hour' : 'minute');
      if (size !== HOUR_MS) return [when, changesAt];
      const days = dayNumber(instant) - dayNumber(now);
      const words = Math.abs(days) <= 1 ? onDay({ day: relativeDay().format(days, 'day'), when }) : when;
      return [words, Math.min(changesAt, (Math.floor(now / QUARTER) + 1) * QUARTER)];
    },
    remaining(instant, now, soon) {
      const distance = instant - now;
      const size = distance >= HOUR_MS ? HOUR_MS : MINUTE_MS;
      const count = Math.floor(distance / size);
      const [days, hours] = size === HOUR_MS ? [Math.floor(count / 24), count % 24] : [0, 0];
      const parts =
        size === MINUTE_MS ? [amount(count, 'minute')] : [days && amount(days, 'day'), hours && amount(hours, 'hour')].filter(isText);
      return [count > 0 ? units().format(parts) : soon, instant > now ? justPast(instant, count * size) : null];
    },
    list: (items) => list().format(items),
    plural: (count, forms) => forms[plurals().select(count)] ?? forms.other,
  };
}

// Creates a formatter on first use: this costs tens of milliseconds, and on most pages no license text is shown.
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

// "In 5 days" is true until 5 whole days remain, so the text changes 1 millisecond later. With 0 remaining, the instant itself counts as past.
function justPast(instant: number, remaining: number): number {
  return instant - remaining + (remaining > 0 ? 1 : 0);
}

function isText(part: string | 0): part is string {
  return part !== 0;
}

/** Returns the isolated text followed by `following`; an empty string for an empty text. */
export function isolateBefore(text: string, following: string): string {
  return text === '' ? '' : isolate(text) + following;
}

/** Isolates text of unknown direction, so that it cannot reorder its sentence. Removes bidirectional controls and stacks of accents. */
export function isolate(text: string): string {
  return `\u2068${text.replace(/\p{Bidi_C}|\p{M}{4,}/gu, '')}\u2069`;
}
