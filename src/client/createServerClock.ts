import type { License } from '../license/License.js';
import type { LicenseReport } from '../license/parseLicense.js';
import { createEmitter } from '../lib/createEmitter.js';
import { estimateServerTime } from './estimateServerTime.js';

/** Why the panel has to say something about clocks. */
export type ClockNote = 'none' | 'off' | 'undecided';

/** Something that time passes on: instants, or ages. */
export type Clock = {
  now(): number | null;
  /** Milliseconds until `instant`; `null` where it won't be reached without another answer. */
  until(instant: number): number | null;
  /** Calls `listener` when it may have jumped; returns the undo. */
  subscribe(listener: () => void): () => void;
};

/** The API's clock, as far as its answers tell it; between them it runs by the monotonic clock of this machine. */
export type ServerClock = Clock & {
  /** Milliseconds since 1970 by the API's clock; `null` before the first answer, and where nothing decides. */
  now(): number | null;
  /** The same, and this machine's clock where it isn't known: for what only lasts a while, and harms nobody when it is wrong. */
  estimate(): number;
  /** What `now` was at the last answer. */
  answeredAt(): number | null;
  /** The same time for countdowns: `null` also while it is suspended, when dates are all that can be said. */
  readonly countdown: Clock;
  /** How long ago the last answer came, in milliseconds; `null` before the first. It never stands still. */
  readonly age: Clock;
  /**
   * Whether the wall clock and the monotonic clock of this machine have parted by more than 30 s since the last answer: it
   * has slept, or somebody has set its clock. Time stands still from then on, until the next answer.
   */
  suspended(): boolean;
  /** What the panel has to say about clocks. */
  note(): ClockNote;
  /** How many answers it has taken in. */
  answers(): number;
  /**
   * Takes in an answer and its `Date` (milliseconds since 1970); returns its license, with the grace end that is in force.
   * Listeners hear of it by `publish`.
   */
  observe(report: LicenseReport, date: number | null): License;
  /** Forgets every answer, as after a sign-out. */
  reset(): void;
  /** Tells the listeners of the last answer: not before its license is where they read it, or they would see the old one at the new time. */
  publish(): void;
};

const PARTED_MS = 30_000;

type Answer = {
  readonly now: number | null;
  readonly monotonic: number;
  readonly wall: number;
  readonly frozen: boolean;
  readonly suspended: boolean;
  readonly note: ClockNote;
};

/** A clock that has seen no answer yet. */
export function createServerClock(): ServerClock {
  const { subscribe, emit: publish } = createEmitter();
  let answer: Answer | null = null;
  let confirmed: { now: number; monotonic: number } | null = null;
  let answers = 0;
  let toldGrace: { expiresAt: number | null; graceEndsAt: number | null } | null = null;

  const elapsed = () => (answer ? performance.now() - answer.monotonic : 0);
  const running = () => (answer === null || answer.now === null || answer.frozen ? (answer?.now ?? null) : answer.now + elapsed());
  const suspended = () => {
    if (answer && !answer.suspended && Math.abs(Date.now() - answer.wall - elapsed()) > PARTED_MS) {
      // The last state stays, so time stays where it was read last.
      answer = { ...answer, now: running(), frozen: true, suspended: true };
    }
    return answer?.suspended ?? false;
  };
  const now = () => {
    suspended();
    return running();
  };
  const until = (instant: number) => {
    const current = now();
    return current === null || answer?.frozen ? null : instant - current;
  };

  return {
    now,
    until,
    estimate: () => now() ?? Date.now(),
    answeredAt: () => answer?.now ?? null,
    countdown: { now: () => (suspended() ? null : now()), until, subscribe },
    age: { now: () => (answer ? elapsed() : null), until: (age) => (answer ? age - elapsed() : null), subscribe },
    suspended,
    note: () => answer?.note ?? 'none',
    answers: () => answers,
    observe(report, date) {
      const { license, reported } = report;
      const time = estimateServerTime(report, {
        date,
        confirmed: confirmed && confirmed.now + performance.now() - confirmed.monotonic,
        local: Date.now(),
        graceEndsAt: toldGrace?.expiresAt === license.expiresAt ? toldGrace.graceEndsAt : null,
      });
      const { expiresAt } = license;
      const { graceEndsAt } = time;
      if (reported.graceRemainingSeconds) toldGrace = { expiresAt, graceEndsAt };
      answers += 1;
      const monotonic = performance.now();
      if (time.confirmed && time.now !== null) confirmed = { now: time.now, monotonic };
      const note = time.now === null ? 'undecided' : time.clockOff ? 'off' : 'none';
      answer = { ...time, monotonic, wall: Date.now(), suspended: false, note };
      return { ...license, graceEndsAt };
    },
    reset() {
      answer = confirmed = toldGrace = null;
      publish();
    },
    publish,
    subscribe,
  };
}
