/** Describes an HTTP status; `null` stands for no answer. */
export function seenOf(status: number | null): string {
  if (status === null) return 'no answer';
  return status >= 300 && status < 400 ? `${status}, a redirect` : String(status);
}

/** Formats milliseconds since 1970 as RFC 3339, without `.000`. */
export function dateOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Formats a duration in the largest unit of which it has at least two. Ignores the sign. */
export function lengthOf(ms: number): string {
  const seconds = Math.abs(ms) / 1_000;
  for (const [name, unit] of [
    ['days', 86_400],
    ['hours', 3_600],
    ['minutes', 60],
  ] as const) {
    if (seconds >= 2 * unit) return `${Number((seconds / unit).toFixed(2))} ${name}`;
  }
  return `${Math.round(seconds)} s`;
}
