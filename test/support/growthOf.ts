const LEAST_MICROSECONDS = 4_000;
const MAX_ROUNDS = 12;
// What takes longer is no matter of noise.
const MAX_MICROSECONDS = 3_000_000;

const TIMES_AS_LONG = 16;

/** Sixteen times the input costs sixteen times as much where work is linear, and 256 times where it is quadratic; between them there is room for noise. */
export const LINEAR = 64;

/**
 * How many times as much an input of sixteen times the size costs: by the processor's time, not the clock's, and by the least of several rounds,
 * so that a busy machine changes little; it stops as soon as the work shows to be linear.
 */
export async function growthOf(work: (size: number) => unknown, size: number): Promise<number> {
  const cost = async (length: number, times: number) => {
    const start = process.cpuUsage();
    for (let time = 0; time < times; time += 1) await work(length);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  // Compiled once, and often enough to be measured at all.
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
