import type { License } from '../contract/License.js';
import type { LicenseReport } from '../contract/parseLicense.js';
import { readServerTime } from './readServerTime.js';

/** Why the panel has to say something about clocks. */
export type ClockNote = 'none' | 'off' | 'undecided';

/** The API's clock, as far as its answers tell it; between them it runs by the monotonic clock of this machine. */
export type ServerClock = {
  /** Milliseconds since 1970 by the API's clock; `null` before the first answer, and where nothing decides. */
  now(): number | null;
  /** Milliseconds until `instant`; `null` where this clock won't reach it without another answer. */
  until(instant: number): number | null;
  /** What {@link ServerClock.now} was at the last answer. */
  answeredAt(): number | null;
  /** Milliseconds since the last answer; `null` before the first. */
  sinceAnswer(): number | null;
  note(): ClockNote;
  /** Takes in an answer and its `Date` (milliseconds since 1970); returns its license, with the grace end that is in force. */
  observe(report: LicenseReport, date: number | null): License;
  /** Forgets every answer, as after a sign-out. */
  reset(): void;
  /** Calls `listener` after each answer and reset; returns the undo. */
  subscribe(listener: () => void): () => void;
};

/** A clock that has seen no answer yet. */
export function createServerClock(): ServerClock {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  let answer: { now: number | null; monotonic: number; frozen: boolean; confirmed: boolean; note: ClockNote } | null = null;
  let toldGrace: { expiresAt: number | null; graceEndsAt: number | null } | null = null;

  const elapsed = () => (answer ? performance.now() - answer.monotonic : 0);
  const now = () => (answer?.now == null || answer.frozen ? (answer?.now ?? null) : answer.now + elapsed());

  return {
    now,
    until: (instant) => {
      const current = now();
      return current === null || answer?.frozen ? null : instant - current;
    },
    answeredAt: () => answer?.now ?? null,
    sinceAnswer: () => (answer ? elapsed() : null),
    note: () => answer?.note ?? 'none',
    observe(report, date) {
      const { license, reported } = report;
      const time = readServerTime(report, {
        date,
        confirmed: answer?.confirmed ? now() : null,
        local: Date.now(),
        graceEndsAt: toldGrace?.expiresAt === license.expiresAt ? toldGrace.graceEndsAt : null,
      });
      const { graceEndsAt } = time;
      if (reported.graceRemainingSeconds) toldGrace = { expiresAt: license.expiresAt, graceEndsAt };
      answer = {
        ...time,
        monotonic: performance.now(),
        note: time.now === null ? 'undecided' : time.clockOff ? 'off' : 'none',
      };
      tell();
      return { ...license, graceEndsAt };
    },
    reset() {
      answer = toldGrace = null;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
