import { CHECK_FAILURES } from '../license/freshness.js';
import { LicenseError } from '../license/LicenseError.js';
import { parseLicense } from '../license/parseLicense.js';
import { writeLicenseBody } from '../license/writeLicenseBody.js';
import { advance, type LicenseSnapshot } from './LicenseSnapshot.js';
import { isFinal, MAX_RETRY_AFTER_MS } from './pollInterval.js';

// What a frozen tab hears when it wakes up is as old as its sleep.
const MAX_AGE_MS = 30_000;

/** What became of a check: an answer or a failure, and when it was asked, in milliseconds since 1970 by this machine's clock. */
export type Outcome = { readonly answer: LicenseSnapshot } | { readonly failure: LicenseError; readonly askedAt: number };

/** What one tab says to the others. */
export type Message =
  | { readonly kind: 'ask' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'leading' }
  | {
      readonly kind: 'failure';
      readonly code: string;
      readonly retryAfterMs: number | null;
      readonly askedAt: number;
      readonly sentAt: number;
    }
  | { readonly kind: 'answer'; readonly body: unknown; readonly date: number | null; readonly askedAt: number; readonly sentAt: number };

/** What tells the others of an outcome. */
export function messageOf(outcome: Outcome): Message {
  const sentAt = Date.now();
  if ('failure' in outcome) {
    const { failure, askedAt } = outcome;
    return { kind: 'failure', code: failure.code, retryAfterMs: failure.retryAfterMs ?? null, askedAt, sentAt };
  }
  const { report, date, askedAt } = outcome.answer;
  return { kind: 'answer', body: writeLicenseBody(report), date, askedAt, sentAt };
}

/**
 * Reads what another tab has said; `null` for what is no message, or too old. It is as untrusted as an answer: another version of this
 * package may have said it, or another script.
 */
export function readMessage(data: unknown): Message | null {
  const { kind, code, retryAfterMs, body, date, askedAt, sentAt } = Object(data);
  if (kind === 'ask' || kind === 'asking' || kind === 'leading') return { kind };
  // A channel carries what arithmetic throws at, too.
  if (![askedAt, sentAt, date ?? 0, retryAfterMs ?? 0].every(Number.isFinite)) return null;
  if (Math.abs(Date.now() - sentAt) > MAX_AGE_MS || askedAt > sentAt + 1) return null;
  if (kind === 'failure' && !(retryAfterMs < 0)) {
    return { kind, code, retryAfterMs: retryAfterMs == null ? null : Math.min(retryAfterMs, MAX_RETRY_AFTER_MS), askedAt, sentAt };
  }
  return kind === 'answer' ? { kind, body, date: date ?? null, askedAt, sentAt } : null;
}

/** The outcome that a message tells, as of now: a busy tab hears late, and both go by the same machine's clock. `null` where it can't be believed. */
export function outcomeOf(message: Extract<Message, { readonly kind: 'answer' | 'failure' }>): Outcome | null {
  const { askedAt, sentAt } = message;
  if (message.kind === 'failure') {
    const code = CHECK_FAILURES.find((known) => known === message.code);
    if (code === undefined) return null;
    const failure = new LicenseError(code, 'Another tab of this browser could not read the license.', message.retryAfterMs ?? undefined);
    // Whether a session may see the license is a matter of each tab alone.
    return isFinal(failure) ? null : { failure, askedAt };
  }
  try {
    const answer = { report: parseLicense(message.body), date: message.date, askedAt };
    return { answer: advance(answer, Math.max(Date.now() - sentAt, 0)) };
  } catch {
    return null;
  }
}
