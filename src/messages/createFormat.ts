import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/time.js';

// Time zones differ by quarters of an hour, so that midnight in any of them is one of these.
const QUARTER = 15 * MINUTE_MS;

/** Words, and the instant (milliseconds since 1970) at which they change; `null` for never. */
export type TimedValue<T> = readonly [value: T, changesAt: number | null];

/** What `Intl` has no words for, in a moment that is told by how far off it is. */
type MomentWords = {
  /** Below a minute, ahead and past. */
  readonly soon: string;
  readonly justNow: string;
  /** The day in words, and how far off in hours: `today, in 3 hours`. */
  readonly onDay: (p: { day: string; when: string }) => string;
};

/** Dates, durations, numbers and lists in one language, by `Intl`. Instants are milliseconds since 1970. */
export type Format = {
  /** A BCP 47 tag. */
  readonly locale: string;
  /** With the separators of the language: `10,000`. */
  number(value: number): string;
  /** The exact instant in local time and in UTC: `8 May 2027, 02:00 CEST (00:00 UTC)`. */
  instant(instant: number): string;
  /** The local day: `8 May 2027`. */
  day(instant: number): string;
  /** How far off, in one unit, from 48 hours on in days: `in 5 days`, `yesterday, 20 hours ago`, `in 9 minutes`. */
  relative(instant: number, now: number, words: MomentWords): TimedValue<string>;
  /** How long until then: `4 days, 22 hours`. Below a minute, `soon`. */
  remaining(instant: number, now: number, soon: string): TimedValue<string>;
  /** In one sentence: `SCIM, Vault, and OIDC`. */
  list(items: readonly string[]): string;
  /** Picks the form for a count, by the plural rules of the language. */
  plural(count: number, forms: { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>): string;
};

/** The formats of a language in a time zone (default: this machine's), made once and kept by the provider. */
export function createFormat(locale: string, timeZone?: string): Format {
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const dates = (options: Intl.DateTimeFormatOptions, language = locale) => once(() => new Intl.DateTimeFormat(language, options));
  const day = dates({ ...date, timeZone });
  const local = dates({ ...date, ...time, timeZone, timeZoneName: 'short' });
  const utcDay = dates({ ...date, timeZone: 'UTC' });
  const utc = dates({ ...date, ...time, timeZone: 'UTC', timeZoneName: 'short' });
  const utcTime = dates({ ...time, timeZone: 'UTC', timeZoneName: 'short' });
  // Swedish writes a day as ISO 8601 does.
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
    instant(instant) {
      const text = local().format(instant);
      if (text === utc().format(instant)) return text;
      return `${text} (${(day().format(instant) === utcDay().format(instant) ? utcTime : utc)().format(instant)})`;
    },
    day: (instant) => day().format(instant),
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

// The first use of `Intl` costs a page tens of milliseconds, and most licenses have nothing to be told of.
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

// "In 5 days" holds while 5 whole days remain, so it ends one millisecond after that instant; zero itself belongs to the past.
function justPast(instant: number, remaining: number): number {
  return instant - remaining + (remaining > 0 ? 1 : 0);
}

function isText(part: string | 0): part is string {
  return part !== 0;
}

/** Returns the isolated text and what follows it, and nothing for an empty text. */
export function isolateBefore(text: string, following: string): string {
  return text === '' ? '' : isolate(text) + following;
}

/** Keeps text of unknown direction from turning the sentence around it, or towering above it; what in it could is left out. */
export function isolate(text: string): string {
  return `\u2068${text.replace(/\p{Bidi_C}|\p{M}{4,}/gu, '')}\u2069`;
}
