import type { ProbeResult } from '../ProbeResult.js';
import { unknown, differs, holds, type Judgement, type Check } from '../Check.js';
import { readReport } from '../readReport.js';
import { seenOf } from '../inWords.js';

/** Checks the license route, and who may read it. */
export const routeChecks: readonly Check[] = [
  {
    id: 'route',
    says: 'GET /admin/license is there',
    expected: 'anything but 404',
    means:
      'The dashboard says that it found no license route, and shows no license. Is a path prefix missing from the URL, such as /api, or is this an edition without licensing?',
    judge: ({ first: { status } }) =>
      status === 404 ? differs('404') : isRedirect(status) ? unknown(seenOf(status)) : holds(String(status)),
  },
  {
    id: 'admin',
    says: 'An admin gets 200',
    expected: '200',
    means:
      'The dashboard takes a redirect as a session that is over, and anything else as unreadable. Does the URL lead to the API itself, over https where it has to, and not to a login page?',
    judge: ({ first: { status } }) => {
      if (status === 200) return holds('200');
      return status === 404 || status === 402 ? unknown(seenOf(status)) : differs(seenOf(status));
    },
  },
  {
    id: 'without-token',
    says: 'Without a token it answers 401',
    expected: '401, or a redirect, which is taken as one',
    means:
      'With 200 anybody can read the license; with anything else a session that ends looks like another failure, and nobody is asked to sign in.',
    judge: judgeBare,
  },
  {
    id: 'member',
    says: 'A member gets 403',
    expected: '403',
    means:
      'With 200 members can read the license, which the dashboard never shows them; with anything else it never switches to the member view.',
    judge: ({ member }) => {
      if (member === null) return unknown('not asked; --member-token-env NAME asks');
      const { status } = member;
      if (status === 403) return holds('403');
      return status === null || status === 401 || status === 429 || status >= 500 ? unknown(seenOf(status)) : differs(seenOf(status));
    },
  },
  {
    id: 'no-402',
    says: 'The license itself never needs a license',
    expected: 'anything but 402',
    means: 'The dashboard can show neither the license nor why features are off: unreadable, with no notice.',
    judge: ({ first: { status } }) => {
      if (status === 402) return differs('402');
      return (status === 200 ? holds : unknown)(seenOf(status));
    },
  },
];

function judgeBare({ bare, first }: ProbeResult): Judgement {
  const { status } = bare;
  if (status === 401) return holds('401');
  if (status === 200) return differs(readReport(bare) === null ? '200' : '200, with the license');
  if (status === first.status || status === 429 || status >= 500) return unknown(seenOf(status));
  return isRedirect(status) ? holds(seenOf(status)) : differs(seenOf(status));
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}
