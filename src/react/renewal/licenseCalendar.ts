import { DAY_MS } from '../../lib/time.js';

/** An event of a calendar. */
export type CalendarEntry = {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly title: string;
  readonly detail: string;
  /** When the calendar reminds the user, in days before the event. */
  readonly alarmDays: readonly number[];
  /** The absolute URL of the license page; `undefined` if unknown. */
  readonly url: string | undefined;
};

/**
 * Returns a calendar file (RFC 5545). Omits past events and reminders.
 *
 * @param now The time of creation, in milliseconds since 1970.
 */
export function licenseCalendar(entries: readonly CalendarEntry[], now: number): string {
  const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alexandria//License UI//EN',
    ...entries
      .filter(({ at }) => at > now)
      .flatMap(({ id, at, title, detail, alarmDays, url }) => [
        'BEGIN:VEVENT',
        `UID:${id}-${stamp(at)}@license.alexandria`,
        `DTSTAMP:${stamp(now)}`,
        `DTSTART:${stamp(at)}`,
        `SUMMARY:${escapeText(title)}`,
        `DESCRIPTION:${escapeText(detail)}`,
        ...(url === undefined ? [] : [`URL:${url}`]),
        'TRANSP:TRANSPARENT',
        ...alarmDays
          .filter((days) => at - days * DAY_MS > now)
          .flatMap((days) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(title)}`, `TRIGGER:-P${days}D`, 'END:VALARM']),
        'END:VEVENT',
      ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function escapeText(text: string): string {
  // Removes the remaining control characters: RFC 5545 forbids most, and some readers end a line at them.
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

// RFC 5545 limits lines to 75 bytes. A continuation line starts with a space.
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += char;
    bytes += size;
  }
  return folded;
}
