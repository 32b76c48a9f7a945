/** An entry of a calendar; instants are milliseconds since 1970. */
export type CalendarEntry = { readonly id: string; readonly at: number; readonly title: string; readonly detail: string };

/**
 * A calendar file (RFC 5545) with one entry an instant, each with a reminder a day before.
 *
 * @param now When it is made, in milliseconds since 1970.
 */
export function licenseCalendar(entries: readonly CalendarEntry[], now: number): string {
  const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alexandria//License UI//EN',
    ...entries.flatMap(({ id, at, title, detail }) => [
      'BEGIN:VEVENT',
      `UID:${id}-${stamp(at)}@license.alexandria`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(at)}`,
      `SUMMARY:${escapeText(title)}`,
      `DESCRIPTION:${escapeText(detail)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(title)}`,
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function escapeText(text: string): string {
  // Other control characters are none of a text's, and some readers end a line at them.
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

// A line has up to 75 bytes; the next one goes on after a space.
function fold(line: string): string {
  const encoder = new TextEncoder();
  let [folded, bytes] = ['', 0];
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
