import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../src/lib/time.js';
import { LicenseError } from '../src/license/LicenseError.js';
import { type FaultName, faults, isFaultName } from './faults.js';

/** What happens for some time (`null`: from then on), or a renewal, which happens at once. */
export type FaultStep =
  | {
      /** `null`: the API is well. */
      readonly fault: FaultName | null;
      /** Milliseconds. */
      readonly forMs: number | null;
    }
  | {
      /** The API starts again, with a license for a year. */
      readonly renews: true;
    };

/** Faults over time; after the last one that has a time the API is well. */
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
 * Reads a script of faults: steps between commas. A step is what happens and, unless it is the last, for how long: `503 for 40 s`, or
 * `server-error 40s`. What happens is a fault's name, one of the statuses 204, 302, 401, 402, 403, 404, 429, 500, 502 and 503, `none` for an
 * API that is well, or `renew` (`a new license`), which takes no time. A `then` may stand before it. Units: `ms`, `s`, `m`, `h`.
 *
 * @throws {LicenseError} `invalid_option`, which says what is allowed.
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
