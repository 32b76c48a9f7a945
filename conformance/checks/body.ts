import { parseInstant } from '../../src/license/parseInstant.js';
import { hasDuplicateNames } from '../../src/verifier/hasDuplicateNames.js';
import type { ProbeResult } from '../ProbeResult.js';
import { unknown, differs, holds, type Judgement, type Check } from '../Check.js';
import { redact } from '../redact.js';
import { findSecrets } from './findSecrets.js';
import { dateOf } from '../inWords.js';

type Body = Readonly<Record<string, unknown>>;

/** Checks the body that an admin receives. */
export const bodyChecks: readonly Check[] = [
  {
    id: 'json',
    says: 'The body is a JSON object',
    expected: 'one JSON object, of at most 1 MiB',
    means: 'The dashboard keeps the last license that it could read, and says that this answer is unreadable.',
    judge: ({ first, body }) => {
      if (first.status === 204) return differs('204, no body');
      if (first.status !== 200) return unknown('no 200');
      return body === null ? differs(first.body === '' ? 'empty' : 'no JSON object') : holds('a JSON object');
    },
  },
  {
    id: 'names',
    says: 'Every reader reads the same in it',
    expected: 'each name once in its object, and no __proto__',
    means: 'The dashboard takes the last of two, and leaves __proto__ alone; a proxy or another client may read another license.',
    judge: ({ first, body }) => {
      if (body === null) return unknown('no body');
      if (hasDuplicateNames(first.body ?? '')) return differs('a name twice');
      return hasProto(body) ? differs('__proto__') : holds('each name once');
    },
  },
  {
    id: 'content-type',
    says: 'It says that it is JSON',
    expected: 'Content-Type: application/json',
    means: 'Nothing breaks, the dashboard reads it whatever it says; a proxy or another client may not.',
    judge: ({ first, sent }) => {
      if (first.status !== 200) return unknown('no 200');
      const type = first.headers.get('content-type');
      if (type === null) return differs('missing');
      return (/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type) ? holds : differs)(redact(type, sent));
    },
  },
  {
    id: 'readable',
    says: 'The dashboard can read it',
    expected: 'the documented body',
    means:
      'The dashboard keeps the last license that it could read, and says that this answer is unreadable; without one, the state is unknown.',
    judge: ({ first, report }) => {
      if (first.status !== 200) return unknown('no 200');
      return report === null ? differs('it can’t') : holds('it can');
    },
  },
  {
    id: 'tier',
    says: 'tier is a text',
    expected: 'a text; null only without a license',
    means: 'Without a tier, the panel shows “License” in its place.',
    judge: inBody(({ tier, ...body }, { sent }) => {
      if (typeof tier === 'string' && tier !== '') return holds(redact(tier, sent));
      return tier == null && isUnlicensed(body) ? holds(`${kindOf(tier)}, without a license`) : differs(kindOf(tier));
    }),
  },
  {
    id: 'entitlements',
    says: 'entitlements is an array of ids',
    expected: 'an array of texts; empty only without a license',
    means: 'The answer is unreadable: nobody knows which features the license includes.',
    judge: inBody(({ entitlements }) => {
      if (!Array.isArray(entitlements)) return differs(kindOf(entitlements));
      const isId = (id: unknown) => typeof id === 'string' && id !== '';
      return entitlements.every(isId) ? holds(`${entitlements.length} ids`) : differs('an array with something else in it');
    }),
  },
  {
    id: 'expires-at',
    says: 'expires_at is a date with a zone',
    expected: 'an RFC 3339 date with a zone; null for a license without end, or none',
    means: 'The answer is unreadable: a date without a zone would be another instant in each browser, and a missing one tells nothing.',
    judge: inBody((body) => {
      const value = body['expires_at'];
      if (value === null) return holds(isUnlicensed(body) ? 'null: no license' : 'null: a license without end');
      const instant = parseInstant(value);
      if (instant !== undefined) return holds(dateOf(instant));
      return differs(
        isZoneless(value) ? 'a date without a zone' : typeof value === 'string' ? 'a text that is no such date' : kindOf(value),
      );
    }),
  },
  {
    id: 'days',
    says: 'days_remaining is a whole number',
    expected: 'a whole number',
    means: 'A fraction is rounded down; without the number the API’s time is bounded less; anything else makes the answer unreadable.',
    judge: wholeNumber('days_remaining', Number.NEGATIVE_INFINITY),
  },
  {
    id: 'grace',
    says: 'grace_remaining_seconds is a whole number',
    expected: 'a whole number, not below 0',
    means:
      'A fraction is rounded down, a negative one is 0; without the number grace is told by Date alone; anything else makes the answer unreadable.',
    judge: wholeNumber('grace_remaining_seconds', 0),
  },
  {
    id: 'no-secrets',
    says: 'It holds no key and no token',
    expected: 'no field that looks like a secret',
    means:
      'The dashboard drops such a field unread, but whoever can read the answer has it, and so do the logs on its way. Take it out of the answer, and have what it held replaced.',
    judge: inBody((body, { sent }) => {
      const found = findSecrets(body, sent);
      return found.length === 0 ? holds('none') : differs(found.join(', '));
    }),
  },
];

function hasProto(value: unknown): boolean {
  // Not recursive: a deeply nested body would overflow the stack.
  const left: unknown[] = [value];
  while (left.length > 0) {
    const each = left.pop();
    if (typeof each !== 'object' || each === null) continue;
    if (Object.hasOwn(each, '__proto__')) return true;
    for (const member of Object.values(each)) left.push(member);
  }
  return false;
}

function inBody(judge: (body: Body, result: ProbeResult) => Judgement): Check['judge'] {
  return (result) => (result.body === null ? unknown('no body') : judge(result.body, result));
}

function wholeNumber(field: string, min: number): Check['judge'] {
  return inBody((body) => {
    const value = body[field];
    // Without an expiry there is nothing to count down.
    if (value == null && body['expires_at'] === null) return holds(`${kindOf(value)}, without an end`);
    if (typeof value !== 'number') return differs(kindOf(value));
    return Number.isInteger(value) && value >= min ? holds(String(value)) : differs(String(value));
  });
}

function isUnlicensed({ entitlements, expires_at }: Body): boolean {
  return expires_at === null && Array.isArray(entitlements) && entitlements.length === 0;
}

function isZoneless(value: unknown): boolean {
  return typeof value === 'string' && parseInstant(`${value}Z`) !== undefined;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  const kinds: Record<string, string> = { string: value === '' ? 'an empty text' : 'a text', number: 'a number', boolean: 'a yes or no' };
  return kinds[typeof value] ?? 'an object';
}
