import type { LicenseReport } from '../license/parseLicense.js';
import { createEmitter } from '../lib/createEmitter.js';
import { estimateServerTime, type ServerTime } from './estimateServerTime.js';

/** A running value: an instant or an age, in milliseconds. */
export type Clock = {
  now(): number | null;
  /** Returns the milliseconds until `instant`; `null` if only another response can reach it. */
  until(instant: number): number | null;
  /** Calls `listener` when the value may have jumped, and returns the undo. */
  subscribe(listener: () => void): () => void;
};

/** The API's clock. Between responses it follows the monotonic clock. */
export type ServerClock = Clock & {
  /** Milliseconds since 1970 by the API's clock; `null` before the first response. */
  now(): number | null;
  /** Returns the same, or the local time before the first response. For uses that may be wrong, such as a file's time stamp. */
  estimate(): number;
  /** Returns the API's time at the last response. */
  answeredAt(): number | null;
  /** The same clock for countdowns: `null` also while time is suspended. */
  readonly countdown: Clock;
  /** Milliseconds since the last response; `null` before the first. It never stands still. */
  readonly age: Clock;
  /**
   * Returns true if the wall clock and the monotonic clock have diverged by more than 30 s since the last response: the machine slept, or its
   * clock was set. Time stands still until the next response.
   */
  suspended(): boolean;
  /** True if the clocks of API, browser or a proxy differed by more than 5 minutes in the last response. */
  clocksDiffer(): boolean;
  /** Returns the number of responses. */
  answers(): number;
  /** Reads the time from a response. Listeners are called by `publish`. */
  observe(report: LicenseReport, date: number | null, ageMs?: number): void;
  /** Forgets all responses, as after a sign-out. */
  reset(): void;
  /** Calls the listeners. Call it after the license has reached the cache, or they would see the old license at the new time. */
  publish(): void;
};

const PARTED_MS = 30_000;

type Answer = ServerTime & {
  readonly monotonic: number;
  readonly wall: number;
  readonly suspended: boolean;
};

export function createServerClock(): ServerClock {
  const { subscribe, emit: publish } = createEmitter();
  let answer: Answer | null = null;
  let answers = 0;

  const elapsed = () => (answer ? performance.now() - answer.monotonic : 0);
  const running = (known: Answer) => (known.isFrozen ? known.now : known.now + elapsed());
  const suspended = () => {
    if (answer && !answer.suspended && Math.abs(Date.now() - answer.wall - elapsed()) > PARTED_MS) {
      // Time stands still, so that the last state stays.
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
