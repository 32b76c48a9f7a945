import { type FaultName, faults, isFaultName } from '../../mocks/faults.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** One step of a sequence. The seed determines all of it. */
export type Step =
  | { readonly does: 'fault'; readonly fault: FaultName | null }
  /** A new license: milliseconds until its expiry, `never` for no expiry, `none` for no license. */
  | { readonly does: 'license'; readonly expiresIn: number | 'never' | 'none' }
  | { readonly does: 'api-clock' | 'browser-clock'; readonly by: number }
  | { readonly does: 'offline' | 'online' | 'hide' | 'show' | 'reload' };

const EXPIRIES = [200 * DAY, 20 * DAY, 6.5 * DAY, 3 * DAY, 5 * HOUR, -2 * HOUR, -2 * DAY, -6 * DAY, -8 * DAY, -30 * DAY];
const JUMPS = [HOUR, 5 * HOUR, DAY, 3 * DAY, 9 * DAY];
const FAULTS = Object.keys(faults).filter(isFaultName);

/** Returns `count` steps. The same seed gives the same steps. */
export function stepsOf(seed: number, count: number): readonly Step[] {
  const random = mulberry(seed);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] ?? raise();
  // Never a whole hour, so that no state change coincides with a step.
  const odd = () => Math.floor((7 + 40 * random()) * 60_000);
  const steps: Step[] = [];
  let [isOffline, isHidden] = [false, false];
  let fault: FaultName | null = null;
  while (steps.length < count) {
    const roll = random();
    if (roll < 0.34) {
      fault = pick(FAULTS);
      steps.push({ does: 'fault', fault });
    } else if (roll < 0.46) {
      fault = null;
      steps.push({ does: 'fault', fault });
    } else if (roll < 0.62) {
      const expiresIn = random() < 0.15 ? pick(['never', 'none'] as const) : pick(EXPIRIES) + odd();
      steps.push({ does: 'license', expiresIn });
    } else if (roll < 0.72) steps.push({ does: 'api-clock', by: pick(JUMPS) * pick([-1, 1]) + odd() });
    else if (roll < 0.8) {
      // A hidden page does not read the clock.
      if (!isHidden) steps.push({ does: 'browser-clock', by: pick(JUMPS) * pick([-1, 1]) });
    } else if (roll < 0.87) {
      isOffline = !isOffline;
      steps.push({ does: isOffline ? 'offline' : 'online' });
    } else if (roll < 0.94) {
      isHidden = !isHidden;
      steps.push({ does: isHidden ? 'hide' : 'show' });
    } else if (!isOffline && fault !== 'refused') {
      // A page cannot reload while its server is unreachable.
      isHidden = false;
      steps.push({ does: 'reload' });
    }
  }
  return steps;
}

/** Describes a step in one line. */
export function describeStep(step: Step): string {
  if (step.does === 'fault') return step.fault ?? 'well';
  if (step.does === 'license') return `license ${typeof step.expiresIn === 'string' ? step.expiresIn : days(step.expiresIn)}`;
  return 'by' in step ? `${step.does} ${days(step.by)}` : step.does;
}

const days = (ms: number) => `${ms < 0 ? '' : '+'}${(ms / DAY).toFixed(2)} d`;

function raise(): never {
  throw new Error('There is nothing to pick from.');
}

// The mulberry32 generator. It returns the same numbers on every machine.
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
