import type { LicenseReport } from '../license/parseLicense.js';
import { createEmitter } from '../lib/createEmitter.js';
import { estimateServerTime, type ServerTime } from './estimateServerTime.js';

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
  /** Milliseconds since 1970 by the API's clock; `null` before the first response. */
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
  /** True if the clocks of API, browser or a proxy differed by more than 5 minutes in the last response. */
  clocksDiffer(): boolean;
  /** How many answers it has taken in. */
  answers(): number;
  /** Reads the time from a response. Listeners are called by `publish`. */
  observe(report: LicenseReport, date: number | null, ageMs?: number): void;
  /** Forgets every answer, as after a sign-out. */
  reset(): void;
  /** Tells the listeners of the last answer: not before its license is where they read it, or they would see the old one at the new time. */
  publish(): void;
};

const PARTED_MS = 30_000;

type Answer = ServerTime & {
  readonly monotonic: number;
  readonly wall: number;
  readonly suspended: boolean;
};

/** A clock that has seen no answer yet. */
export function createServerClock(): ServerClock {
  const { subscribe, emit: publish } = createEmitter();
  let answer: Answer | null = null;
  let answers = 0;

  const elapsed = () => (answer ? performance.now() - answer.monotonic : 0);
  const running = (known: Answer) => (known.isFrozen ? known.now : known.now + elapsed());
  const suspended = () => {
    if (answer && !answer.suspended && Math.abs(Date.now() - answer.wall - elapsed()) > PARTED_MS) {
      // The last state stays, so time stays where it was read last.
      answer = { ...answer, now: running(answer), isFrozen: true, suspended: true };
    }
    return answer?.suspended ?? false;
  };
  const now = () => {
    suspended();
    return answer && running(answer);
  };
  const until = (instant: number) => {
    const current = now();
    return current === null || answer?.isFrozen ? null : instant - current;
  };

  return {
    now,
    until,
    estimate: () => now() ?? Date.now(),
    answeredAt: () => answer?.now ?? null,
    countdown: { now: () => (suspended() ? null : now()), until, subscribe },
    age: { now: () => (answer ? elapsed() : null), until: (age) => (answer ? age - elapsed() : null), subscribe },
    suspended,
    clocksDiffer: () => answer?.clocksDiffer ?? false,
    answers: () => answers,
    observe(report, date, ageMs) {
      const last = suspended() ? null : now();
      const time = estimateServerTime(report, date ?? last ?? Date.now(), ageMs);
      answers += 1;
      answer = { ...time, monotonic: performance.now(), wall: Date.now(), suspended: false };
    },
    reset() {
      answer = null;
      publish();
    },
    publish,
    subscribe,
  };
}
