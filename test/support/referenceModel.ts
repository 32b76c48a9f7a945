// What has to be believed after an answer, written from docs/contract.md and not from the code: it asks of single instants
// whether the answer allows them, and searches for the nearest one.

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The numbers of an answer; E in milliseconds since 1970. */
export type ModelAnswer = { readonly E: number; readonly n: number | null; readonly g: number | null };

/** What speaks for an instant, and what was learnt before. */
export type ModelEvidence = {
  readonly date: number | null;
  readonly confirmed: number | null;
  readonly local: number;
  /** The grace end that was told for this E while in grace. */
  readonly toldG: number | null;
};

export type ModelTime = { readonly now: number | null; readonly G: number; readonly stands: boolean; readonly warns: boolean };

/** The state at an instant: active < E - 7 d <= expiring < E <= grace < G <= expired. */
export function modelState(now: number | null, E: number, G: number): string {
  if (now === null) return 'unknown';
  if (now >= G) return 'expired';
  if (now >= E) return 'grace';
  return now >= E - 7 * DAY ? 'expiring' : 'active';
}

/** What time it is, by the table of the contract. */
export function modelTime({ E, n, g }: ModelAnswer, { date, confirmed, local, toldG }: ModelEvidence): ModelTime {
  const candidate = date ?? confirmed ?? local;
  if (g !== null && g > 0) {
    const counted = E + 7 * DAY - g * 1_000;
    const believesDate = date !== null && date >= E && Math.abs(date - counted) > 5 * MINUTE;
    const now = believesDate ? date : Math.max(counted, E);
    const told = now + g * 1_000;
    const known = [E + 7 * DAY, ...(toldG === null ? [] : [toldG])].find((end) => Math.abs(end - told) <= MINUTE);
    return { now, G: known ?? told, stands: false, warns: candidate < E - 5 * MINUTE };
  }
  const G = toldG ?? E + 7 * DAY;
  const allowed = (t: number): boolean => {
    const wasInGrace = toldG !== null;
    if (n !== null && n >= 1) return t >= E - (n + 1) * DAY && t < E - (n - 1) * DAY && t < E;
    const afterGrace = g === 0 ? t >= G : t >= E;
    if (n !== null && n < 0) return afterGrace;
    if (n === 0) return afterGrace || (!wasInGrace && t >= E - DAY && t < E);
    return g === null ? true : afterGrace || (!wasInGrace && t < E);
  };
  const edges = [candidate, E - 1, E, G, E - DAY, ...(n === null ? [] : [E - (n + 1) * DAY, E - (n - 1) * DAY - 1])];
  const nearest = edges.filter(allowed).sort((one, other) => Math.abs(one - candidate) - Math.abs(other - candidate))[0];
  if (nearest === undefined) throw new Error('An answer always allows some instant.');
  const twoBranches = allowed(E - 1) && allowed(G) && !allowed(E);
  const onlyLocal = date === null && confirmed === null;
  if (twoBranches && onlyLocal && nearest !== candidate) return { now: null, G, stands: false, warns: true };
  const dateAgrees = n !== null && n < 0 && date !== null && date >= E;
  return { now: nearest, G, stands: nearest < candidate, warns: Math.abs(nearest - candidate) > 5 * MINUTE && !dateAgrees };
}
