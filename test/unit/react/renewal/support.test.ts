import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, licenseCalendar } from '../../../../src/react/renewal/licenseCalendar.js';
import { type SupportFacts, supportDetails } from '../../../../src/react/renewal/supportDetails.js';

const E = Date.UTC(2027, 4, 1);
const G = Date.UTC(2027, 4, 8);
const NOW = Date.UTC(2027, 3, 20, 10, 30);

describe('the calendar', () => {
  it('contains the expiry and the grace end, according to a calendar parser', () => {
    const text = licenseCalendar(
      [
        {
          id: 'expiry',
          at: E,
          title: 'The license expires, at last; really',
          detail: 'First line\nSecond: ライセンスの有効期限が切れます。ライセンスの有効期限が切れます。\\',
          alarmDays: [30, 14, 7, 1],
          url: 'https://gateway.example/license?tab=keys;x=1,2',
        },
        { id: 'grace-end', at: G, title: 'Features stop', detail: 'x', alarmDays: [3], url: undefined },
      ],
      NOW,
    );
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ startDate, summary }) => [startDate.toJSDate().getTime(), summary])).toEqual([
      [E, 'The license expires, at last; really'],
      [G, 'Features stop'],
    ]);
    expect(events[0]?.description).toBe('First line\nSecond: ライセンスの有効期限が切れます。ライセンスの有効期限が切れます。\\');
    // Some calendar apps are stricter than this parser.
    expect(text).toContain('SUMMARY:The license expires\\, at last\\; really\r\n');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
    const triggersOf = (event: ICAL.Event | undefined) =>
      event?.component.getAllSubcomponents('valarm').map((alarm) => alarm.getFirstPropertyValue('trigger')?.toString());
    // 11 days are left until the expiry.
    expect(triggersOf(events[0])).toEqual(['-P7D', '-P1D']);
    expect(triggersOf(events[1])).toEqual(['-P3D']);
    expect(events.map((event) => event.component.getFirstPropertyValue('url'))).toEqual([
      'https://gateway.example/license?tab=keys;x=1,2',
      null,
    ]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('contains neither events nor reminders of the past', () => {
    const entry = (id: string, at: number, alarmDays: number[]): CalendarEntry => ({
      id,
      at,
      title: id,
      detail: '',
      alarmDays,
      url: undefined,
    });
    const at = (now: number) => licenseCalendar([entry('expiry', E, [30, 14, 7, 1]), entry('grace-end', G, [3])], now);
    const DAY = 86_400_000;
    const count = (text: string) => [text.split('BEGIN:VEVENT').length - 1, text.split('BEGIN:VALARM').length - 1];
    expect(count(at(E - 31 * DAY))).toEqual([2, 5]);
    expect(count(at(E - 30 * DAY))).toEqual([2, 4]);
    expect(count(at(E - 1))).toEqual([2, 1]);
    expect(count(at(E))).toEqual([1, 1]);
    expect(count(at(G - 3 * DAY))).toEqual([1, 0]);
    expect(count(at(G))).toEqual([0, 0]);
  });

  it('contains no injected lines, whatever line breaks its texts contain', () => {
    const title = 'a\rEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:injected\u0000\u0085\u001B[31m';
    const text = licenseCalendar([{ id: 'expiry', at: E, title, detail: title, alarmDays: [1], url: undefined }], NOW);
    const [event, ...more] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    expect([event?.summary, more]).toEqual(['a\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:injected[31m', []]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('the support details', () => {
  const facts: SupportFacts = {
    license: { tier: 'enterprise', entitlements: ['oidc', 'scim'], expiresAt: E, graceEndsAt: G },
    state: 'expiring',
    freshness: 'fresh',
    now: NOW,
    baseUrl: '',
    userAgent: 'Browser/1.0',
    timeZone: 'Europe/Berlin',
  };

  it('contain the license and the circumstances of the last check', () => {
    expect(supportDetails(facts)).toBe(`Alexandria license
state: expiring
last check: fresh
tier: enterprise
entitlements: oidc scim
expires_at: 2027-05-01T00:00:00.000Z
grace ends: 2027-05-08T00:00:00.000Z
time of the API: 2027-04-20T10:30:00.000Z
base URL: (same origin)
browser: Browser/1.0
time zone: Europe/Berlin`);
  });

  it('contain "none" for unknown values, and no line breaks from a response', () => {
    expect(supportDetails({ ...facts, license: null, now: null, state: 'unknown' })).toContain(
      'tier: none\nentitlements: none\nexpires_at: none',
    );
    const license = { tier: 'a\nstate: active', entitlements: ['x\r\ny'], expiresAt: null, graceEndsAt: null };
    expect(supportDetails({ ...facts, license }).split('\n')).toHaveLength(11);
  });

  it('stay short and printable, whatever the response contains', () => {
    const entitlements = Array.from({ length: 10_000 }, (_, at) => `made_up_${at}`);
    const license = { tier: `\u202Eesrever\u0085x\u001B[31m${'W'.repeat(100_000)}`, entitlements, expiresAt: null, graceEndsAt: null };
    const text = supportDetails({ ...facts, license });
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text).toContain('tier: esrever x [31mWWW');
    expect(text).toContain('made_up_99 and 9900 more\n');
    expect(text.length).toBeLessThan(4_000);
  });
});
