const LEAST_MICROSECONDS = 4_000;
const MAX_ROUNDS = 12;
// After this time, noise no longer matters, so no more rounds are run.
const MAX_MICROSECONDS = 3_000_000;

const TIMES_AS_LONG = 16;

/**
 * Limit for linear work. Sixteen times the input costs 16 times as much if work is linear, and 256 times if it is quadratic.
 * The limit lies between them to tolerate noise.
 */
export const LINEAR = 64;

/**
 * Returns the cost of an input of sixteen times the size, as a multiple of the cost of `size`. It measures CPU time and takes the
 * minimum of several rounds, so that a busy machine has little effect. It stops as soon as the result is below `LINEAR`.
 */
export async function growthOf(work: (size: number) => unknown, size: number): Promise<number> {
  const cost = async (length: number, times: number) => {
    const start = process.cpuUsage();
    for (let time = 0; time < times; time += 1) await work(length);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  // Repeats the work until it is compiled and takes long enough to measure.
  let times = 1;
  while (times < 512 && (await cost(size, times)) < LEAST_MICROSECONDS) times *= 2;
  let [short, long, spent] = [Infinity, Infinity, 0];
  for (let round = 0; round < MAX_ROUNDS && spent < MAX_MICROSECONDS; round += 1) {
    short = Math.min(short, await cost(size, times));
    const taken = await cost(TIMES_AS_LONG * size, times);
    long = Math.min(long, taken);
    spent += taken;
    if (long / short < LINEAR) break;
  }
  return long / short;
}
