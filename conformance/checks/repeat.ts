import { readDate } from '../../src/client/fetchLicense.js';
import { licenseIdentity } from '../../src/license/licenseIdentity.js';
import type { Answer } from '../createProbe.js';
import type { ProbeResult } from '../ProbeResult.js';
import { unknown, differs, holds, type Judgement, type Check } from '../Check.js';
import { readReport } from '../readReport.js';

const SLACK_S = 2;

/** Checks that need several answers, a second apart. */
export const repeatChecks: readonly Check[] = [
  {
    id: 'made-anew',
    says: 'Each answer is made anew',
    expected: 'a Date that moves on, and no Age',
    means: 'A cache on the way keeps the answer: the dashboard shows an old license, and takes its old Date for the time.',
    judge: (result) => {
      const aged = result.asked.find(({ headers }) => Number(headers.get('age')) > 0);
      if (aged !== undefined) return differs(`Age: ${Number(aged.headers.get('age'))}`);
      return overAll(result, (answers) => {
        const dates = answers.map(({ headers }) => readDate(headers.get('date')));
        if (dates.includes(null)) return unknown('no Date');
        const count = new Set(dates).size;
        return (count === dates.length ? holds : differs)(`${count} Dates in ${dates.length} answers, a second apart`);
      });
    },
  },
  {
    id: 'cache-control',
    says: 'No shared cache may keep it',
    expected: 'a Cache-Control without public and s-maxage, or none',
    means: 'A proxy may give one admin’s answer to somebody else, or an old one to the dashboard. The best is no-store.',
    judge: ({ first }) => {
      const directives = (first.headers.get('cache-control') ?? '').toLowerCase().split(/\s*[,=]\s*/);
      const shared = ['public', 's-maxage'].find((directive) => directives.includes(directive));
      if (first.status !== 200) return unknown('no 200');
      return shared === undefined ? holds(directives.includes('no-store') ? 'no-store' : 'neither') : differs(shared);
    },
  },
  {
    id: 'steady',
    says: 'Each answer tells of the same license',
    expected: 'the same tier, entitlements and expires_at',
    means:
      'The state changes with each check. Are there several replicas, of which some have not been restarted with the present key, or is expires_at counted from the time of the answer?',
    judge: (result) =>
      overAll(result, (answers) => {
        const licenses = new Set(answers.map((answer) => licenseIdentity(readReport(answer)?.license ?? null)));
        if (licenses.size > 1) return differs(`${licenses.size} licenses in ${answers.length} answers`);
        return licenses.has(null) ? unknown('no readable body') : holds(`the same in ${answers.length} answers`);
      }),
  },
  {
    id: 'countdown',
    says: 'The numbers count down with the time',
    expected: 'days_remaining never rises; grace_remaining_seconds falls by a second each second',
    means: 'The API’s time is made out from these numbers: it would stand still, or run away.',
    judge: (result) => overAll(result, judgeCountdown),
  },
];

function overAll({ asked, times }: ProbeResult, judge: (answers: readonly Answer[]) => Judgement): Judgement {
  if (asked.length === 0) return unknown('no 200');
  return asked.length < times ? unknown(`only ${asked.length} of ${times} answers came`) : judge(asked);
}

function judgeCountdown(answers: readonly Answer[]): Judgement {
  const [first, ...others] = answers.map((answer) => ({
    reported: readReport(answer)?.reported,
    date: readDate(answer.headers.get('date')),
  }));
  const last = others.at(-1);
  if (!first?.reported || !last?.reported) return unknown('no readable body');
  const [daysBefore, days] = [first.reported.daysRemaining, last.reported.daysRemaining];
  if (daysBefore !== null && days !== null && days > daysBefore) return differs(`days_remaining ${daysBefore}, then ${days}`);
  const [before, after] = [first.reported.graceRemainingSeconds, last.reported.graceRemainingSeconds];
  if (!before || after === null) return days === null ? unknown('no numbers') : holds(`days_remaining ${days}, not rising`);
  const seen = `grace_remaining_seconds ${before}, then ${after}`;
  const fallen = before - after;
  const elapsed = first.date === null || last.date === null ? fallen : (last.date - first.date) / 1_000;
  // 0 is accepted: the grace period may have ended between the answers.
  const isRight = fallen > 0 && (after === 0 || Math.abs(fallen - elapsed) <= SLACK_S);
  return (isRight ? holds : differs)(seen);
}
