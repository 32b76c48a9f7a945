import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../src/lib/time.js';
import { LicenseError } from '../src/license/LicenseError.js';
import { type FaultName, faults, isFaultName } from './faults.js';

/** A step of a fault script: a fault for some time, or a renewal, which takes no time. */
export type FaultStep =
  | {
      /** `null`: the API works. */
      readonly fault: FaultName | null;
      /** Duration in milliseconds; `null` for no end. */
      readonly forMs: number | null;
    }
  | {
      /** The API restarts with a license for a year. */
      readonly renews: true;
    };

/** Faults over time. After the last step, the API works again unless that step has no end. */
export type FaultScript = readonly FaultStep[];

const STATUSES: Readonly<Record<string, FaultName>> = {
  '204': 'no-content',
  '302': 'login-redirect',
  '401': 'unauthorized',
  '402': 'payment-required',
  '403': 'forbidden',
  '404': 'not-found',
  '429': 'rate-limited',
  '500': 'internal-error',
  '502': 'bad-gateway',
  '503': 'server-error',
};
const RENEWALS = ['renew', 'a new license', 'new license'];
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS };
const MAX_LENGTH = 1_000;
const MAX_STEP_MS = DAY_MS;
const TIMED = /^(.*?\S)\s+(?:for\s+)?(\d{1,7}(?:\.\d{1,3})?) ?(ms|s|m|h)$/;

/**
 * Parses a script of faults, with commas between its steps. Example: `503 for 40 s, then a new license`, or in short
 * `server-error 40s, renew`.
 *
 * - A step is a fault and a duration. Only the last step may omit the duration.
 * - A fault is the name of one, or a status: 204, 302, 401, 402, 403, 404, 429, 500, 502 or 503.
 * - `none` stands for an API without a fault.
 * - `renew`, or `a new license`, restarts the API with a new license. It has no duration.
 * - Durations use `ms`, `s`, `m` or `h`. A step may start with `then`.
 *
 * @throws {LicenseError} `invalid_option`, with a message that explains what is allowed.
 * @example alexandria.setFault(parseFaultScript('503 for 40 s, then a new license'));
 */
export function parseFaultScript(text: string): FaultScript {
  if (text.length > MAX_LENGTH) throw refused(`A script of faults has at most ${MAX_LENGTH} characters.`);
  const steps = text.split(',').map(readStep);
  const endless = steps.findIndex((step) => 'forMs' in step && step.forMs === null);
  if (endless === -1 || endless === steps.length - 1) return steps;
  const what = text.split(',')[endless]?.trim();
  throw refused(`"${what}" needs a time, since another step follows it: write "${what} for 40 s".`);
}

function readStep(text: string): FaultStep {
  const step = text.trim().replace(/^then\s+/, '');
  const timed = TIMED.exec(step);
  const what = timed?.[1] ?? step;
  if (RENEWALS.includes(what)) {
    if (timed) throw refused(`"${step}": a renewal takes no time; write "renew".`);
    return { renews: true };
  }
  const fault = what === 'none' ? null : (STATUSES[what] ?? what);
  if (fault !== null && !isFaultName(fault))
    throw refused(step === '' ? `A step is missing. ${ALLOWED}` : `There is no fault "${what}". ${ALLOWED}`);
  if (!timed) return { fault, forMs: null };
  const forMs = Number(timed[2]) * (UNITS[timed[3] ?? ''] ?? Number.NaN);
  if (!(forMs > 0 && forMs <= MAX_STEP_MS)) throw refused(`"${step}": a step takes more than nothing, and at most 24 h.`);
  return { fault, forMs };
}

const ALLOWED = [
  `A step is a fault (${Object.keys(faults).join(', ')}), a status (${Object.keys(STATUSES).join(', ')}) or none,`,
  'with a time such as "for 40 s" or 40s (ms, s, m, h), or it is renew; commas stand between steps.',
].join(' ');

function refused(message: string): LicenseError {
  return new LicenseError('invalid_option', message);
}
