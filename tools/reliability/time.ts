import type { CDPSession, Page } from 'playwright';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { modelState, modelTime } from '../../test/support/referenceModel.js';
import type { Bench } from './Bench.js';
import { expectEqual, expectSight, type Outcome } from './Case.js';

const PART = 'time';
const MINUTE = 60_000;
const DAY = 86_400_000;
const WARNING = 'differ by more than 5 minutes';

/** Tests every relevant combination of server time, `Date` header and browser clock. The reference model predicts the state. */
export async function timeCases(bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const left: readonly (readonly [string, number])[] = [
    ['30 days before', 30 * DAY + 5 * MINUTE],
    ['5 days before', 5 * DAY + 5 * MINUTE],
    ['3 hours before', 3 * 3_600_000 + 5 * MINUTE],
    ['2 days of grace used', -2 * DAY - 5 * MINUTE],
    ['2 days beyond grace', -9 * DAY - 5 * MINUTE],
  ];
  for (const [when, expiresIn] of left) {
    for (const dated of [true, false]) {
      for (const off of [-3 * DAY, 0, 3 * DAY]) {
        const name = `${when} the expiry, ${dated ? 'with' : 'without'} Date, browser ${off === 0 ? 'right' : `${off / DAY} days off`}`
          .replace('used the expiry', 'used')
          .replace('grace the expiry', 'grace');
        outcomes.push(await atInstant(bench, name, expiresIn, dated, off));
      }
    }
  }
  bench.alexandria.setFault(null);
  for (const [when, expiresIn] of left) {
    for (const off of [-3 * DAY, 3 * DAY]) {
      outcomes.push(
        await atInstant(
          bench,
          `${when.replace(/before$/, 'before the expiry')}, with a proxy's Date that is ${off / DAY} days off`,
          expiresIn,
          true,
          0,
          off,
        ),
      );
    }
  }
  outcomes.push(...(await clockJumps(bench)), ...(await zones(bench)));
  return outcomes;
}

/** Tests a time zone that changes in an open page, and an expiry in the night when summer time begins. */
async function zones(bench: Bench): Promise<Outcome[]> {
  const expiresAt = Date.UTC(2027, 2, 28, 1, 30);
  const now = expiresAt - 2 * DAY;
  bench.alexandria.setNow(now);
  await bench.alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt }) });
  const context = await bench.person('admin', null);
  const moveTo = async (page: Page, timezoneId: string) => {
    session ??= await context.newCDPSession(page);
    await session.send('Emulation.setTimezoneOverride', { timezoneId });
  };
  let session: CDPSession | undefined;
  const page = await bench.open(context, {
    before: async (opened) => {
      await opened.clock.install({ time: now });
      await moveTo(opened, 'Europe/Berlin');
    },
  });
  const sight = { state: 'expiring', freshness: 'fresh' };
  const inBerlin = { ...sight, words: ['28 Mar 2027, 03:30 CEST', '01:30 UTC'] };
  const outcomes = [await expectSight(PART, 'an expiry in the night of the change to summer time', page, inBerlin)];
  await moveTo(page, 'America/New_York');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const inNewYork = { ...sight, words: ['27 Mar 2027, 21:30', '28 Mar 2027, 01:30 UTC'] };
  outcomes.push(await expectSight(PART, 'the zone of the machine changes: the same instant in other words', page, inNewYork));
  await context.close();
  bench.alexandria.setNow(Date.now());
  return outcomes;
}

async function atInstant(bench: Bench, name: string, expiresIn: number, dated: boolean, off: number, dateOff = 0): Promise<Outcome> {
  const E = Math.floor((Date.now() + expiresIn) / 1_000) * 1_000;
  bench.alexandria.setNow(Date.now());
  await bench.alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: E }) });
  bench.alexandria.setFault(dated ? null : 'no-date');
  const body = bench.alexandria.licenseBody();
  const evidence = { date: dated ? Date.now() + dateOff : null, last: null, local: Date.now() + off };
  const model = modelTime({ E, n: body.days_remaining, g: body.grace_remaining_seconds }, evidence);
  const context = await bench.person();
  try {
    const page = await bench.open(context, {
      before: async (opened) => {
        await opened.clock.install({ time: Date.now() + off });
        if (dateOff !== 0) await stampDates(opened, dateOff);
      },
    });
    const state = modelState(model.now, E, E + 7 * 86_400_000);
    return await expectSight(PART, name, page, {
      state,
      freshness: 'fresh',
      ...(model.warns ? { words: WARNING } : { not: WARNING }),
    });
  } finally {
    await context.close();
  }
}

/** Simulates a proxy that replaces the `Date` header with its own time. */
async function stampDates(page: Page, off: number): Promise<void> {
  await page.route('**/admin/license', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), date: new Date(Date.now() + off).toUTCString() } });
  });
}

async function clockJumps(bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const E = Math.floor((Date.now() + 2 * DAY + 5 * MINUTE) / 1_000) * 1_000;
  bench.alexandria.setNow(Date.now());
  await bench.alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: E }) });
  const context = await bench.person();
  const page = await bench.open(context, { before: (opened) => opened.clock.install({ time: Date.now() }) });
  outcomes.push(
    await expectSight(PART, 'before a sleep of three days', page, { state: 'expiring', freshness: 'fresh', words: 'expires in 2 days' }),
  );

  // The machine sleeps: the wall clock advances, the monotonic clock stops, and the API does not answer at first.
  bench.alexandria.setFault('never-ending');
  bench.alexandria.setNow(Date.now() + 3 * DAY);
  await sleep(page, 3 * DAY);
  outcomes.push(
    await expectSight(PART, 'after the sleep, before the response: only dates', page, {
      state: 'expiring',
      freshness: 'pending',
      words: 'Your Enterprise license expires on',
      not: 'expires in',
    }),
  );
  bench.alexandria.setFault(null);
  await page.clock.runFor(30_000);
  outcomes.push(
    await expectSight(PART, 'after the sleep, after the response', page, {
      state: 'grace',
      freshness: 'fresh',
      words: 'Licensed features stop in',
    }),
  );

  // The user sets the browser's clock back. The API's time stays the same.
  await sleep(page, -3 * DAY);
  outcomes.push(
    await expectSight(PART, 'a clock that is set back: checked at once, nothing changes', page, {
      state: 'grace',
      freshness: 'fresh',
      not: WARNING,
    }),
  );
  for (const jump of [2, 4]) {
    const before = bench.alexandria.requestCount();
    await sleep(page, jump * DAY);
    const sight = { state: 'grace', freshness: 'fresh', not: WARNING };
    outcomes.push(await expectSight(PART, `a clock that jumps again, ${jump} days ahead`, page, sight));
    outcomes.push(
      expectEqual(PART, `a clock that jumps again, ${jump} days ahead: license requests`, 1, bench.alexandria.requestCount() - before),
    );
  }
  await context.close();
  bench.alexandria.setNow(Date.now());
  return outcomes;
}

async function sleep(page: Page, ms: number): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(now + ms);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}
