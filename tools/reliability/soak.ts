import type { CDPSession } from 'playwright';
import type { Bench } from './Bench.js';
import { expectEqual, expectSight, type Outcome } from './Case.js';

const PART = 'soak';
const POLLS = 10_000;
// The first polls fill compiled code, formatters and caches, which happens only once.
const WARM = 4_000;
// 20 bytes per poll: less than the smallest object that each poll could leak.
const ALLOWED_KB = 200;

/**
 * Polls ten thousand times on one page, with a fast clock and a stubbed fetch. The page has been open for a while.
 * Measures the heap after garbage collection.
 */
export async function soakCases(bench: Bench): Promise<Outcome[]> {
  bench.alexandria.setFault(null);
  bench.alexandria.setNow(Date.now());
  await bench.alexandria.restart({ scenario: 'grace' });
  const context = await bench.person();
  const page = await bench.open(context, { path: '/production.html', before: (opened) => opened.clock.install({ time: Date.now() }) });
  await expectSight(PART, 'before', page, { state: 'grace', freshness: 'fresh' });
  const session = await context.newCDPSession(page);
  const body = bench.alexandria.licenseBody();
  await page.evaluate((right) => {
    const left = { polls: 0 };
    const started = Date.now();
    Object.assign(globalThis, { soak: left });
    globalThis.fetch = async () => {
      left.polls += 1;
      // Every seventh check fails, with a 503 or with HTML in a 200. The others count down.
      if (left.polls % 7 === 0) return new Response('<h1>503</h1>', { status: left.polls % 2 === 0 ? 503 : 200 });
      const gone = Math.floor((Date.now() - started) / 1_000) % 3_600;
      return Response.json({ ...right, grace_remaining_seconds: (right.grace_remaining_seconds ?? 0) - gone });
    };
  }, body);
  const polls = () => page.evaluate((): number => Reflect.get(globalThis, 'soak').polls);
  const until = async (count: number) => {
    for (let seen = await polls(); seen < count; seen = await polls()) await page.clock.runFor(3_600_000);
  };
  await until(WARM);
  const before = await heapOf(session);
  await until(WARM + POLLS / 2);
  const between = await heapOf(session);
  await until(WARM + POLLS);
  const after = await heapOf(session);
  const count = await polls();
  await context.close();
  const kb = (bytes: number) => Math.round(bytes / 1_024);
  console.log(
    `soak: ${count} polls; heap after garbage collection ${kb(before)} kB at ${WARM}, ${kb(between)} kB half-way, ${kb(after)} kB at the end`,
  );
  return [
    expectEqual(PART, 'polls on a fast clock', `at least ${WARM + POLLS}`, count, count >= WARM + POLLS),
    expectEqual(
      PART,
      `the heap after garbage collection, from poll ${WARM} to the last`,
      `flat: at most ${ALLOWED_KB} kB more`,
      `${kb(before)}, ${kb(between)}, ${kb(after)} kB: ${kb(after - before)} kB more`,
      after - before <= ALLOWED_KB * 1_024,
    ),
  ];
}

async function heapOf(session: CDPSession): Promise<number> {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
