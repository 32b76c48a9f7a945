import type { License } from '../contract/License.js';
import type { LicenseReport } from '../contract/parseLicense.js';
import { readServerTime } from './readServerTime.js';

/** Why the panel has to say something about clocks. */
export type ClockNote = 'none' | 'off' | 'undecided';

/** Something that time passes on: instants, or ages. */
export type Ticker = {
  now(): number | null;
  /** Milliseconds until `instant`; `null` where it won't be reached without another answer. */
  until(instant: number): number | null;
  /** Calls `listener` when it may have jumped; returns the undo. */
  subscribe(listener: () => void): () => void;
};

/** The API's clock, as far as its answers tell it; between them it runs by the monotonic clock of this machine. */
export type ServerClock = Ticker & {
  /** Milliseconds since 1970 by the API's clock; `null` before the first answer, and where nothing decides. */
  now(): number | null;
  /** What {@link ServerClock.now} was at the last answer. */
  answeredAt(): number | null;
  /** How long ago the last answer came, in milliseconds; `null` before the first. It never stands still. */
  readonly age: Ticker;
  note(): ClockNote;
  /** How many answers it has taken in. */
  answers(): number;
  /**
   * Takes in an answer and its `Date` (milliseconds since 1970); returns its license, with the grace end that is in force.
   * Listeners hear of it by {@link ServerClock.publish}.
   */
  observe(report: LicenseReport, date: number | null): License;
  /** Forgets every answer, as after a sign-out. */
  reset(): void;
  /** Tells the listeners of the last answer: not before its license is where they read it, or they would see the old one at the new time. */
  publish(): void;
};

/** A clock that has seen no answer yet. */
export function createServerClock(): ServerClock {
  const listeners = new Set<() => void>();
  const publish = () => {
    for (const listener of [...listeners]) listener();
  };
  let answer: { now: number | null; monotonic: number; frozen: boolean; note: ClockNote } | null = null;
  let confirmed: { now: number; monotonic: number } | null = null;
  let toldGrace: { expiresAt: number | null; graceEndsAt: number | null } | null = null;

  let answers = 0;
  const elapsed = () => (answer ? performance.now() - answer.monotonic : 0);
  const now = () => (answer?.now == null || answer.frozen ? (answer?.now ?? null) : answer.now + elapsed());

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    now,
    until: (instant) => {
      const current = now();
      return current === null || answer?.frozen ? null : instant - current;
    },
    answeredAt: () => answer?.now ?? null,
    age: { now: () => (answer ? elapsed() : null), until: (age) => (answer ? age - elapsed() : null), subscribe },
    note: () => answer?.note ?? 'none',
    answers: () => answers,
    observe(report, date) {
      const { license, reported } = report;
      const time = readServerTime(report, {
        date,
        confirmed: confirmed && confirmed.now + performance.now() - confirmed.monotonic,
        local: Date.now(),
        graceEndsAt: toldGrace?.expiresAt === license.expiresAt ? toldGrace.graceEndsAt : null,
      });
      const { expiresAt } = license;
      const { graceEndsAt } = time;
      if (reported.graceRemainingSeconds) toldGrace = { expiresAt, graceEndsAt };
      const monotonic = performance.now();
      if (time.confirmed && time.now !== null) confirmed = { now: time.now, monotonic };
      answers += 1;
      answer = { ...time, monotonic, note: time.now === null ? 'undecided' : time.clockOff ? 'off' : 'none' };
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
