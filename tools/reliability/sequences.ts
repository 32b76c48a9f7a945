import type { BrowserContext, Page } from 'playwright';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { afterCheck, afterJump, type ModelCause, NEW_PAGE, nearestChange, type PageModel, viewOf } from '../../test/support/pageModel.js';
import { type Bench, look } from './Bench.js';
import { expectEqual, expectSight, type Outcome, type Prediction } from './Case.js';
import { describeStep, type Step, stepsOf } from './steps.js';

const PART = 'sequences';
const EACH = 20;
const NEAR_MS = 20_000;
const FOREIGN_MS = -3 * 86_400_000;

const TEXTS: Readonly<Record<string, string>> = {
  offline: 'when you’re back online',
  unreachable: 'Can’t reach the API',
  unauthorized: 'Sign in again',
  'not-found': 'no license endpoint at this address',
  'rate-limited': 'Too many requests (429)',
  'server-error': 'The API returned an error',
  timeout: 'didn’t respond in time',
  unreadable: 'A login page or proxy may have responded',
};

/** The first seed, and the total number of steps. */
export type SequenceOptions = { readonly seed: number; readonly steps: number };

/** Plays random sequences of steps. After each step, the page must match the reference model. */
export async function sequenceCases(bench: Bench, { seed, steps }: SequenceOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let done = 0; done < steps; done += EACH) {
    const at = seed + done / EACH;
    const outcome = await playSequence(bench, at, Math.min(EACH, steps - done));
    console.log(`${outcome.right ? 'right' : 'WRONG'}  ${outcome.name}${outcome.right ? '' : `: ${outcome.predicted} / ${outcome.seen}`}`);
    outcomes.push(outcome);
  }
  const right = outcomes.filter((outcome) => outcome.right).length;
  console.log(`Sequences: seed ${seed}, ${steps} steps in ${outcomes.length} sequences, ${right} of them right.`);
  return outcomes;
}

async function playSequence(bench: Bench, seed: number, count: number): Promise<Outcome> {
  const steps = stepsOf(seed, count);
  const context = await bench.person();
  const player = await Player.start(bench, context);
  const name = `seed ${seed}, ${count} steps, then recovered without a reload`;
  const log: string[] = [];
  try {
    for (const [at, step] of steps.entries()) {
      const seen = await player.play(step);
      log.push(`${seen.right ? '  ' : '! '}${at + 1}. ${describeStep(step)}: ${seen.seen}`);
      if (!seen.right) {
        const list = log.map((line) => `         ${line}`).join('\n');
        const again = `npm run reliability -- --only sequences --seed ${seed} --steps ${count}`;
        return {
          ...seen,
          part: PART,
          name: `${name}: step ${at + 1}, ${describeStep(step)}`,
          seen: `${seen.seen}\n${list}\n         ${again}`,
        };
      }
    }
    const seen = await player.recover();
    const list = log.map((line) => `         ${line}`).join('\n');
    return seen.right
      ? { ...seen, name, predicted: `as in the model, ${count} times, then ${seen.predicted}` }
      : { ...seen, name, seen: `${seen.seen}\n${list}` };
  } finally {
    bench.alexandria.setFault(null);
    await bench.listens();
    await context.close();
  }
}

/** Plays steps on a page, and compares the page with the reference model. */
class Player {
  private model: PageModel = NEW_PAGE;
  private isOffline = false;
  private hiddenAt: number | null = null;

  private constructor(
    private readonly bench: Bench,
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  static async start(bench: Bench, context: BrowserContext): Promise<Player> {
    bench.alexandria.setFault(null);
    bench.alexandria.setNow(Date.now());
    await bench.alexandria.restart({ scenario: 'grace' });
    const page = await bench.open(context, {
      path: '/page.html',
      before: (opened) => opened.clock.install({ time: Date.now() }),
    });
    const player = new Player(bench, context, page);
    await player.look();
    return player;
  }

  async play(step: Step): Promise<Outcome> {
    const { alexandria } = this.bench;
    if (step.does === 'fault') {
      alexandria.setFault(step.fault);
      if (step.fault !== 'refused') await this.bench.listens();
    } else if (step.does === 'license') {
      const { expiresIn } = step;
      if (expiresIn === 'never') await alexandria.restart({ scenario: 'no-end' });
      else if (expiresIn === 'none') await alexandria.restart({ scenario: 'unlicensed' });
      else await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: alexandria.now() + expiresIn }) });
    } else if (step.does === 'api-clock') alexandria.setNow(alexandria.now() + step.by);
    else if (step.does === 'browser-clock') {
      await this.page.clock.setSystemTime((await this.clocks()).local + step.by);
      this.model = afterJump(this.model, await this.clocks());
    } else if (step.does === 'offline' || step.does === 'online') {
      this.isOffline = step.does === 'offline';
      await this.context.setOffline(this.isOffline);
    } else if (step.does === 'reload') {
      await this.page.reload();
      await this.page.locator('[data-license-part="panel"]').waitFor();
      this.model = NEW_PAGE;
      this.hiddenAt = null;
    } else await this.turn(step.does === 'hide');
    if (this.hiddenAt !== null) return this.staysHidden(this.hiddenAt);
    return this.look();
  }

  /** Ends all faults. The page must recover without a reload. After a 401 or 403, the host app requests a check. */
  async recover(): Promise<Outcome> {
    const { alexandria } = this.bench;
    alexandria.setFault(null);
    await this.bench.listens();
    if (this.hiddenAt !== null) await this.turn(false);
    await this.context.setOffline(false);
    this.isOffline = false;
    if (['unauthorized', 'forbidden'].includes(this.model.freshness)) return this.look();
    // Retries follow within 5 minutes, the longest back-off. Polls follow within 15 minutes, the longest interval.
    const asked = alexandria.requestCount();
    for (let left = 200; left > 0 && (alexandria.requestCount() === asked || (await look(this.page)).freshness !== 'fresh'); left -= 1) {
      await this.page.clock.runFor(10_000);
    }
    if (alexandria.requestCount() === asked) return expectEqual(PART, 'recovers', 'sends another request', 'no request');
    return this.look();
  }

  private async turn(hides: boolean): Promise<void> {
    await this.page.evaluate(
      (state) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      },
      hides ? 'hidden' : 'visible',
    );
    this.hiddenAt = hides ? this.bench.alexandria.requestCount() : null;
  }

  private async staysHidden(asked: number): Promise<Outcome> {
    const seen = await this.compare();
    const requests = this.bench.alexandria.requestCount() - asked;
    return requests === 0 ? seen : expectEqual(PART, 'hidden', 'no request', `${requests} requests`);
  }

  /** Makes the page fetch the license, then compares it with the model. */
  private async look(): Promise<Outcome> {
    await this.page.evaluate('globalThis.licensePage.check()');
    const { alexandria } = this.bench;
    const fault = alexandria.fault();
    const cause: ModelCause = this.isOffline ? 'offline' : (fault ?? 'none');
    const { entitlements, expires_at, days_remaining, grace_remaining_seconds } = alexandria.licenseBody();
    const body = {
      entitled: entitlements.length > 0,
      E: expires_at === null ? null : Date.parse(expires_at),
      n: days_remaining ?? 0,
      g: grace_remaining_seconds ?? 0,
    };
    const date = fault === 'no-date' ? null : alexandria.now() + (fault === 'foreign-date' ? FOREIGN_MS : 0);
    this.model = afterCheck(this.model, cause, body, date, await this.clocks());
    return this.compare();
  }

  private async compare(): Promise<Outcome> {
    const clocks = await this.clocks();
    if (nearestChange(this.model, clocks) < NEAR_MS) return expectEqual(PART, 'too close to a state change to compare', '', '');
    return expectSight(PART, '', this.page, predict(this.model, clocks));
  }

  private clocks() {
    return this.page.evaluate(() => ({ local: Date.now(), monotonic: performance.now() }));
  }
}

function predict(model: PageModel, clocks: { readonly local: number; readonly monotonic: number }): Prediction {
  const { state, freshness, known, warns, counts } = viewOf(model, clocks);
  if (freshness === 'forbidden') return { state, freshness, words: ['doesn’t have permission to view the license'], not: ['Enterprise'] };
  const isFailure = TEXTS[freshness] !== undefined;
  const words = [TEXTS[freshness] ?? ''];
  const not: string[] = [];
  if (isFailure) words.push(known ? 'Showing the last known status.' : 'Couldn’t load the license.');
  else not.push('Last check failed');
  if (warns) words.push('differ by more than 5 minutes');
  else not.push('differ by more than 5 minutes');
  if (known && state === 'expiring') words.push('Your Enterprise license expires', 'Expires soon');
  if (known && state === 'grace') words.push('Your license expired', counts ? 'Licensed features stop in' : 'Licensed features stop on');
  if (known && state === 'expired') words.push('licensed features are off');
  if (known && (state === 'active' || state === 'unlicensed')) not.push('license expired', 'license expires');
  if (state === 'unlicensed') words.push('No license');
  return { state, freshness, words, not };
}
