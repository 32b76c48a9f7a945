import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageOf, type Outcome, outcomeOf, readMessage } from '../../../src/client/tabMessages.js';
import { CHECK_FAILURES } from '../../../src/license/freshness.js';
import { LicenseError } from '../../../src/license/LicenseError.js';

const BODY = {
  tier: 'enterprise',
  entitlements: ['oidc'],
  expires_at: '2027-05-01T00:00:00Z',
  days_remaining: 3,
  grace_remaining_seconds: 0,
};

// Whatever a script can put into a channel: what can be cloned, under the names that mean something.
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
const now = fc.constantFrom(-40_000, -29_000, -1, 0, 1).map((ago) => Date.now() + ago);
const instant = fc.oneof(now, now, fc.bigInt(), fc.constantFrom(null, undefined, Number.NaN, Infinity, -Infinity, '0', {}, 0n), anything);
const message = fc.record(
  {
    kind: fc.constantFrom('ask', 'asking', 'leading', 'answer', 'failure', 'toString', 7),
    code: fc.oneof(fc.constantFrom<unknown>(...CHECK_FAILURES, 'invalid_option', '__proto__', 7, null), anything),
    retryAfterMs: fc.oneof(fc.constantFrom<unknown>(null, 0, 5_000, -1, 1e300, Number.NaN, '5000', 5n, undefined), anything),
    body: fc.oneof(fc.constant(BODY), anything),
    date: instant,
    askedAt: instant,
    sentAt: instant,
  },
  { requiredKeys: ['kind'] },
);
// What another tab says: too seldom met by chance for a test to count on it.
const said = fc.record({
  kind: fc.constantFrom('answer', 'failure'),
  code: fc.constantFrom(...CHECK_FAILURES),
  retryAfterMs: fc.constantFrom(null, 5_000),
  body: fc.constant(BODY),
  date: now,
  askedAt: now,
  sentAt: now,
});

describe('what is heard from other tabs', () => {
  it('is a message with instants that are any, or nothing, whatever it is', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: message }, said, anything), (data) => {
        const read = readMessage(data);
        reached.add(read?.kind ?? 'nothing');
        if (read === null || (read.kind !== 'answer' && read.kind !== 'failure')) return;
        const instants = [read.askedAt, read.sentAt, read.kind === 'answer' ? (read.date ?? 0) : (read.retryAfterMs ?? 0)];
        expect(instants.filter((each) => typeof each !== 'number' || !Number.isFinite(each))).toEqual([]);
        const outcome = outcomeOf(read);
        if (outcome === null) return;
        reached.add('failure' in outcome ? 'believed failure' : 'believed answer');
        // Whether a session may see the license is a matter of each tab alone.
        if ('failure' in outcome) expect(['unauthorized', 'forbidden']).not.toContain(outcome.failure.code);
        else expect(outcome.answer.report.license.entitlements.every((id) => typeof id === 'string')).toBe(true);
      }),
      { numRuns: 5_000 },
    );
    for (const kind of ['nothing', 'ask', 'asking', 'leading', 'answer', 'failure', 'believed answer', 'believed failure'])
      expect([...reached]).toContain(kind);
  });

  it('is what was said, over the channel', () => {
    const askedAt = Date.now() - 5;
    const failure: Outcome = { failure: new LicenseError('rate-limited', 'words', 7_000), askedAt };
    const heard = readMessage(structuredClone(messageOf(failure)));
    expect(heard?.kind === 'failure' && outcomeOf(heard)).toMatchObject({
      failure: { code: 'rate-limited', retryAfterMs: 7_000 },
      askedAt,
    });
  });
});
