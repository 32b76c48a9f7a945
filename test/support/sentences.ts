import { earlyReminderAt } from '../../src/license/earlyReminder.js';
import type { License } from '../../src/license/License.js';
import { createFormat } from '../../src/messages/createFormat.js';
import { licenseStatus } from '../../src/license/licenseStatus.js';
import { isWarnedState } from '../../src/license/warnedState.js';
import { bannerDetail, bannerLead } from '../../src/react/banner/bannerWords.js';
import { nextWords } from '../../src/react/panel/panelWords.js';
import { allMessages, type LanguageCode } from './allMessages.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LOCALES = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', ja: 'ja-JP', ar: 'ar-EG' } as const satisfies Record<LanguageCode, string>;
const NAMES = { en: 'English', de: 'German', fr: 'French', ja: 'Japanese', ar: 'Arabic' } as const satisfies Record<LanguageCode, string>;
const SIX = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];
const FEATURES: Readonly<Record<number, readonly string[]>> = {
  0: [],
  1: ['scim'],
  2: ['scim', 'vault'],
  3: ['scim', 'vault', 'oidc'],
  6: SIX,
  11: [...SIX, 'backend_autoscaling', 'a', 'b', 'c', 'd'],
  1000: [...SIX, 'backend_autoscaling', ...Array.from({ length: 993 }, (_, at) => `x${at}`)],
};

// 02:00 on 1 May in Berlin, the time zone of all sentences.
const E = Date.UTC(2027, 4, 1);
const G = E + 7 * DAY;
const INSTANTS: readonly (readonly [what: string, expiresAt: number, now: number])[] = [
  ['8 d before the expiry', E, E - 8 * DAY],
  ['1 ms before the reminder', E, E - 7 * DAY - 1],
  ['the reminder, 7 d before', E, E - 7 * DAY],
  ['1 ms later', E, E - 7 * DAY + 1],
  ['48 h before', E, E - 48 * HOUR],
  ['1 ms later', E, E - 48 * HOUR + 1],
  ['1 ms before midnight of 30 April', E, E - 26 * HOUR - 1],
  ['midnight', E, E - 26 * HOUR],
  ['24 h before', E, E - 24 * HOUR],
  ['1 ms later', E, E - 24 * HOUR + 1],
  ['1 ms before midnight of 1 May', E, E - 2 * HOUR - 1],
  ['midnight', E, E - 2 * HOUR],
  ['1 h before', E, E - HOUR],
  ['1 ms later', E, E - HOUR + 1],
  ['1 min before', E, E - MINUTE],
  ['1 ms later', E, E - MINUTE + 1],
  ['1 ms before', E, E - 1],
  ['the expiry', E, E],
  ['1 ms after', E, E + 1],
  ['1 ms before the first minute is over', E, E + MINUTE - 1],
  ['1 min after', E, E + MINUTE],
  ['2 min after', E, E + 2 * MINUTE],
  ['1 ms before the first hour is over', E, E + HOUR - 1],
  ['1 h after', E, E + HOUR],
  ['1 ms before midnight of 2 May', E, E + 22 * HOUR - 1],
  ['midnight', E, E + 22 * HOUR],
  ['24 h after', E, E + 24 * HOUR],
  ['1 ms before midnight of 3 May', E, E + 46 * HOUR - 1],
  ['midnight', E, E + 46 * HOUR],
  ['1 ms before 48 h are over', E, E + 48 * HOUR - 1],
  ['48 h after', E, E + 48 * HOUR],
  ['1 d before the grace period ends', E, G - 1 * DAY],
  ['1 ms later', E, G - 1 * DAY + 1],
  ['2 h before the grace period ends', E, G - 2 * HOUR],
  ['1 h before', E, G - HOUR],
  ['1 ms later', E, G - HOUR + 1],
  ['1 min before', E, G - MINUTE],
  ['1 ms later', E, G - MINUTE + 1],
  ['1 ms before', E, G - 1],
  ['the end of the grace period', E, G],
  ['11 days later', E, G + 11 * DAY],
  ['a day of 23 h between: 24 h before, and two days by the calendar', Date.UTC(2027, 2, 28, 22, 30), Date.UTC(2027, 2, 27, 22, 30)],
  ['the same, 1 ms before midnight', Date.UTC(2027, 2, 28, 22, 30), Date.UTC(2027, 2, 27, 23) - 1],
  ['midnight', Date.UTC(2027, 2, 28, 22, 30), Date.UTC(2027, 2, 27, 23)],
  ['a day of 25 h: 25 h before, and one day by the calendar', Date.UTC(2027, 9, 31, 23, 15), Date.UTC(2027, 9, 30, 22, 15)],
  ['the same day, 24 h apart', Date.UTC(2027, 9, 31, 22, 45), Date.UTC(2027, 9, 30, 22, 45)],
  ['another year, 20 h before', Date.UTC(2028, 0, 1, 12), Date.UTC(2027, 11, 31, 16)],
  ['another year, 13 h after', Date.UTC(2027, 11, 31, 12), Date.UTC(2028, 0, 1, 1)],
];

// Berlin changes to summer time on 28 March.
const EARLY: readonly (readonly [what: string, days: number, expiresAt: number | null, now: number])[] = [
  ['1 s before 365 d, a reminder of 365 d', 365, E, E - 365 * DAY - 1_000],
  ['365 d before', 365, E, E - 365 * DAY],
  ['366 d before, a reminder of 30 d', 30, E, E - 366 * DAY],
  ['1 s before 30 d', 30, E, E - 30 * DAY - 1_000],
  ['30 d before', 30, E, E - 30 * DAY],
  ['1 s later', 30, E, E - 30 * DAY + 1_000],
  ['8 d before', 30, E, E - 8 * DAY],
  ['1 s before 7 d', 30, E, E - 7 * DAY - 1_000],
  ['7 d before', 30, E, E - 7 * DAY],
  ['1 s before 8 d, a reminder of 8 d', 8, E, E - 8 * DAY - 1_000],
  ['8 d before', 8, E, E - 8 * DAY],
  ['8 d before, over the start of summer time', 8, Date.UTC(2027, 3, 1), Date.UTC(2027, 2, 24)],
  ['a new license for 20 d, a reminder of 30 d', 30, E, E - 20 * DAY],
  ['a license without end, a reminder of 30 d', 30, null, E - 20 * DAY],
];

const STATES: readonly (readonly [state: string, now: number, counts: readonly number[]])[] = [
  ['active', E - 30 * DAY, [6]],
  ['expiring', E - 5 * DAY, [0, 1, 2, 3, 6, 11, 1000]],
  ['grace', E + 20 * HOUR, [0, 1, 2, 3, 6, 11, 1000]],
  ['expired', G + 2 * DAY, [0, 1, 2, 3, 6, 11, 1000]],
];

function licenseOf(expiresAt: number, count: number): License {
  return { tier: 'enterprise', entitlements: FEATURES[count] ?? [], expiresAt, graceEndsAt: expiresAt + 7 * DAY };
}

/** Returns the sentences of banner and panel at every boundary, in one language, as Markdown. */
export function sentencesOf(language: LanguageCode): string {
  const { names, banner, panel } = allMessages[language];
  const format = createFormat(LOCALES[language], 'Europe/Berlin');
  const factsOf = (license: License, now: number) => {
    const { state } = licenseStatus(license, now);
    const { expiresAt } = license;
    return isWarnedState(state) && expiresAt !== null ? { state, expiresAt, license, words: banner, names, format } : null;
  };
  const lead = (license: License, now: number, clock: number | null = now) => {
    const facts = factsOf(license, now);
    return facts ? bannerLead(facts, clock)[0] : '–';
  };
  const detail = (license: License, now: number, clock: number | null = now) => {
    const facts = factsOf(license, now);
    return facts ? bannerDetail(facts, clock)[0] : '–';
  };
  const next = (license: License, now: number) =>
    nextWords({ state: licenseStatus(license, now).state, reminder: 'none', license, earlyAt: null }, panel, format) ?? '–';
  const remembered = (state: 'expiring' | 'grace' | 'expired') => ({ state, expiresAt: E, license: null, words: banner, names, format });
  const rows = (cells: readonly (readonly string[])[]) => cells.map((row) => `| ${row.map(written).join(' | ')} |`);
  return [
    `# What is said when: ${NAMES[language]} (${LOCALES[language]}), read in Berlin`,
    '',
    'A test writes this file and fails if a sentence changes. Update it with `npx vitest run --project unit test/unit/messages -u` (repository).',
    'Special spaces are written as plain ones, and invisible marks are left out.',
    '',
    '## As time passes',
    '',
    '| when | lead of the banner | expiry in the panel |',
    '| --- | --- | --- |',
    ...rows(
      INSTANTS.map(([what, expiresAt, now]) => {
        const license = licenseOf(expiresAt, 6);
        return [what, lead(license, now), format.relative(expiresAt, now, names)[0]];
      }),
    ),
    '',
    '## By state, and by how many features there are',
    '',
    '| state | features | lead of the banner | detail | what happens next, in the panel |',
    '| --- | --- | --- | --- | --- |',
    ...rows(
      STATES.flatMap(([state, now, counts]) =>
        counts.map((count) => {
          const license = licenseOf(E, count);
          return [state, String(count), lead(license, now), detail(license, now), next(license, now)];
        }),
      ),
    ),
    '',
    '## With an early reminder',
    '',
    '| when | `reminder` | lead of the banner | detail | what happens next, in the panel |',
    '| --- | --- | --- | --- | --- |',
    ...rows(
      EARLY.map(([what, days, expiresAt, now]) => {
        const license = { ...licenseOf(E, 6), expiresAt, graceEndsAt: expiresAt && expiresAt + 7 * DAY };
        const { state } = licenseStatus(license, now);
        const earlyAt = earlyReminderAt(license, days);
        const reminder = isWarnedState(state) ? 'due' : earlyAt !== null && now >= earlyAt ? 'early' : 'none';
        const kind = isWarnedState(state) ? state : ('early' as const);
        const facts = { state: kind, expiresAt: expiresAt ?? E, license, words: banner, names, format };
        const [said, more] = reminder === 'none' ? ['–', '–'] : [bannerLead(facts, now)[0], bannerDetail(facts, now)[0]];
        return [what, reminder, said, more, nextWords({ state, reminder, license, earlyAt }, panel, format) ?? '–'];
      }),
    ),
    '',
    '## What stops, while the license is expiring or in grace',
    '',
    '| feature | sentence |',
    '| --- | --- |',
    ...rows([...Object.entries(panel.stops), ['`oidc`, in the grace banner', banner.signOn]]),
    '',
    '## While the time is not known, and from the last visit',
    '',
    '| state | the banner |',
    '| --- | --- |',
    ...rows([
      ...(['expiring', 'grace', 'grace, no features'] as const).map((state) => {
        const license = licenseOf(E, state === 'grace, no features' ? 0 : 6);
        const now = state === 'expiring' ? E - DAY : E + DAY;
        return [state, `${lead(license, now, null)} ${detail(license, now, null)}`];
      }),
      ...(['expiring', 'grace', 'expired'] as const).map((state) => [
        `${state}, remembered`,
        `${bannerLead(remembered(state), null)[0]} ${bannerDetail(remembered(state), null)[0]}`,
      ]),
      ['renewed', banner.renewed({ until: format.day(E) })],
    ]),
    '',
  ].join('\n');
}

// JavaScript engines put different spaces between a number and its unit.
function written(text: string): string {
  return text.replace(/[\u2068\u2069\u200e\u200f]/g, '').replace(/[\u00a0\u202f]/g, ' ');
}
