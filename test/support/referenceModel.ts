// Models the time and the state after a response. It is written from docs/contract.md, independently of the code: it checks which
// instants the response allows, and picks the nearest one.

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Numbers in a response: `E` is the expiry in milliseconds since 1970, `n` is days_remaining, `g` is grace_remaining_seconds. */
export type ModelAnswer = { readonly E: number; readonly n: number | null; readonly g: number | null };

/** Sources for the current time, in milliseconds since 1970. */
export type ModelEvidence = {
  readonly date: number | null;
  /** Time of the last response, advanced by the monotonic clock. Null before the first response and after the clocks have diverged. */
  readonly last: number | null;
  readonly local: number;
  /** `Age` header, in milliseconds. */
  readonly age?: number;
};

export type ModelTime = { readonly now: number; readonly stands: boolean; readonly warns: boolean };

/** Returns the state at an instant: active < E - 7 d <= expiring < E <= grace < G <= expired. */
export function modelState(now: number | null, E: number, G: number): string {
  if (now === null) return 'unknown';
  if (now >= G) return 'expired';
  if (now >= E) return 'grace';
  return now >= E - 7 * DAY ? 'expiring' : 'active';
}

/** Returns the current time according to the table in the contract. */
export function modelTime({ E, n, g }: ModelAnswer, { date, last, local, age = 0 }: ModelEvidence): ModelTime {
  const candidate = date ?? last ?? local;
  const graceEnd = E + 7 * DAY;
  const warns = (now: number) => Math.abs(now - candidate) > 5 * MINUTE || age > 5 * MINUTE;
  if (g !== null && g > 0) {
    const now = Math.max(E, graceEnd - g * 1_000);
    return { now: now + age, stands: false, warns: warns(now) };
  }
  const allowed = (t: number): boolean => {
    if (n === null && g === null) return true;
    if (n !== null && n >= 1) return t >= E - (n + 1) * DAY && t < E - (n - 1) * DAY && t < E;
    if (g === null) return t >= (n === 0 ? E - DAY : E);
    if (n === null) return t < E || t >= graceEnd;
    return t >= graceEnd || (n === 0 && t >= E - DAY && t < E);
  };
  const edges = [candidate, E - 1, E, graceEnd, E - DAY, ...(n === null ? [] : [E - (n + 1) * DAY, E - (n - 1) * DAY - 1])];
  const now = edges.filter(allowed).sort((one, other) => Math.abs(one - candidate) - Math.abs(other - candidate) || one - other)[0];
  if (now === undefined) throw new Error('A body always allows some instant.');
  return { now: now + age, stands: now < candidate, warns: warns(now) };
}
