const RFC_3339 = /^\d{4}-\d\d-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Reads an RFC 3339 date into milliseconds since 1970; `undefined` for anything else.
 * A zone is required: without one, a browser would read the date as its own local time.
 */
export function parseInstant(value: unknown): number | undefined {
  const match = typeof value === 'string' && RFC_3339.exec(value);
  if (!match) return undefined;
  const instant = Date.parse(match[0].toUpperCase());
  // Engines roll 30 February over into March, so the day must survive the round trip.
  const midnight = new Date(`${match[0].slice(0, 10)}T00:00:00Z`);
  return midnight.getUTCDate() === Number(match[1]) ? instant : undefined;
}
