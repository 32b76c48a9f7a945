/** A function to measure. Its result is awaited and used, so that the engine cannot optimize the call away. */
export type Contestant = { readonly name: string; readonly call: () => unknown };

/** Microseconds per call: the median of the rounds, and their interquartile range. */
export type Figure = { readonly name: string; readonly microseconds: number; readonly spread: number; readonly rounds: readonly number[] };

const WARM_UP = 3_000;

/** Runs the contestants in turn, in a different order each round, with `calls` calls per round. */
export async function rounds<const T extends readonly Contestant[]>(
  contestants: T,
  count: number,
  calls: number,
): Promise<{ readonly [K in keyof T]: Figure }> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  let seen = 0;
  for (let round = -1; round < count; round += 1) {
    const turned = contestants.map((_, at) => contestants[(at + Math.max(round, 0)) % contestants.length]);
    // Every other round runs backwards, so that one contestant does not always pay for another's garbage.
    if (contestants.length > 2 && round % 2 !== 0) turned.reverse();
    for (const contestant of turned) {
      if (contestant === undefined) continue;
      const length = round < 0 ? WARM_UP : calls;
      const start = performance.now();
      for (let call = 0; call < length; call += 1) if ((await contestant.call()) !== undefined) seen += 1;
      if (round >= 0) times.get(contestant.name)?.push(((performance.now() - start) / length) * 1_000);
    }
  }
  if (seen === 0) throw new Error('Nothing was measured: no call returned a result.');
  const figures = contestants.map(({ name }) => {
    const taken = times.get(name) ?? [];
    const { median, spread } = summary(taken);
    return { name, microseconds: median, spread, rounds: taken };
  });
  return figures as { readonly [K in keyof T]: Figure };
}

/** Returns how many times as long `one` takes: the median of the ratios in each round. */
export function ratioOf(one: readonly number[], other: readonly number[]): number {
  return summary(one.map((taken, round) => taken / (other[round] ?? Number.NaN))).median;
}

/** Returns the median and the interquartile range. */
export function summary(values: readonly number[]): { readonly median: number; readonly spread: number } {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), spread: at(0.75) - at(0.25) };
}
