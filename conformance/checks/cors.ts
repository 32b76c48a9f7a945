import { unknown, differs, holds, type Check } from '../Check.js';
import { seenOf } from '../inWords.js';

const UNREACHABLE = 'A browser hides the answer from the dashboard, which says that the API can’t be reached.';

/** Checks that a dashboard on another origin can read the answers. Used only if an origin is given. */
export const corsChecks: readonly Check[] = [
  {
    id: 'cors-origin',
    says: 'The dashboard’s origin may read the answer',
    expected: 'Access-Control-Allow-Origin: the origin, or *',
    means: UNREACHABLE,
    judge: ({ first, origin }) => judgeOrigin(first.headers, origin),
  },
  {
    id: 'cors-401',
    says: 'The dashboard’s origin may read a 401',
    expected: 'Access-Control-Allow-Origin on refusals as well',
    means: 'A session that has ended looks like an API that can’t be reached, and nobody is asked to sign in.',
    judge: ({ bare, origin }) => (bare.status === 401 ? judgeOrigin(bare.headers, origin) : unknown(seenOf(bare.status))),
  },
  {
    id: 'cors-date',
    says: 'The dashboard’s origin may read Date',
    expected: 'Access-Control-Expose-Headers: Date',
    means:
      'Time is bounded by the numbers of the body alone: on the last day, and beyond the grace period, the clock of the browser decides.',
    judge: ({ first }) => {
      const exposed = listOf(first.headers.get('access-control-expose-headers'));
      if (exposed.includes('date') || exposed.includes('*')) return holds(exposed.includes('date') ? 'Date' : '*');
      return differs(exposed.length === 0 ? 'missing' : 'without Date');
    },
  },
  {
    id: 'cors-preflight',
    says: 'The dashboard’s origin may send a token',
    expected: 'Access-Control-Allow-Headers: authorization, on a preflight',
    means: UNREACHABLE,
    judge: () => unknown('a preflight is no GET; the command below asks for it'),
  },
];

function judgeOrigin(headers: Headers, origin: string | null) {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === null) return differs('missing');
  return allowed === '*' || allowed === origin ? holds(allowed) : differs('another origin');
}

function listOf(header: string | null): readonly string[] {
  return (header ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}
