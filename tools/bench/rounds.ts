/** What is measured: one call, which is awaited; its result is looked at, so that it can't be left out. */
export type Contestant = { readonly name: string; readonly call: () => unknown };

/** Microseconds a call: the median of the rounds, and how far the middle half of them lies apart. */
export type Figure = { readonly name: string; readonly microseconds: number; readonly spread: number; readonly rounds: readonly number[] };

const WARM_UP = 3_000;

/** Runs the contestants in turn, each time in another order, `calls` calls a round. */
export async function rounds<const T extends readonly Contestant[]>(
  contestants: T,
  count: number,
  calls: number,
): Promise<{ readonly [K in keyof T]: Figure }> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  let seen = 0;
  for (let round = -1; round < count; round += 1) {
    const turned = contestants.map((_, at) => contestants[(at + Math.max(round, 0)) % contestants.length]);
    // Backwards every other time: what one leaves to be collected is not always the same one's to pay for.
    if (contestants.length > 2 && round % 2 !== 0) turned.reverse();
    for (const contestant of turned) {
      if (contestant === undefined) continue;
      const length = round < 0 ? WARM_UP : calls;
      const start = performance.now();
      for (let call = 0; call < length; call += 1) if ((await contestant.call()) !== undefined) seen += 1;
      if (round >= 0) times.get(contestant.name)?.push(((performance.now() - start) / length) * 1_000);
    }
  }
  if (seen === 0) throw new Error('Nothing was measured: no call has given a result.');
  const figures = contestants.map(({ name }) => {
    const taken = times.get(name) ?? [];
    const { median, spread } = summary(taken);
    return { name, microseconds: median, spread, rounds: taken };
  });
  return figures as { readonly [K in keyof T]: Figure };
}

/** How many times as long one takes: the median of the rounds, each of which has both sides in the same moment. */
export function ratioOf(one: readonly number[], other: readonly number[]): number {
  return summary(one.map((taken, round) => taken / (other[round] ?? Number.NaN))).median;
}

/** The median, and how far the middle half lies apart. */
export function summary(values: readonly number[]): { readonly median: number; readonly spread: number } {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), spread: at(0.75) - at(0.25) };
}
