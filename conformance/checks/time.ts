import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../src/lib/time.js';
import { estimateServerTime, type ServerTime } from '../../src/client/estimateServerTime.js';
import { GRACE_PERIOD_MS, type ReportedTime } from '../../src/license/License.js';
import type { ProbeResult } from '../ProbeResult.js';
import { unknown, differs, holds, type Judgement, type Check } from '../Check.js';
import { dateOf, lengthOf } from '../inWords.js';

const TOLERANCE = 5 * MINUTE_MS;
// `Date` may come from another machine than the body, such as a proxy.
const ROUNDING_TOLERANCE = MINUTE_MS;

/** Checks the times in an answer against its own `Date`. */
export const timeChecks: readonly Check[] = [
  {
    id: 'date',
    says: 'The answer says when it was made',
    expected: 'a Date header',
    means:
      'Time is bounded by the numbers of the body alone: on the last day, and beyond the grace period, the clock of the browser decides.',
    judge: ({ first, date }) => {
      if (date !== null) return holds(dateOf(date));
      return differs(first.headers.has('date') ? 'no HTTP date' : 'missing');
    },
  },
  {
    id: 'date-plausible',
    says: 'Date tells the time',
    expected: 'within 5 minutes of this machine’s clock',
    means: 'Where the API’s clock is wrong, so are the dashboard’s dates.',
    judge: ({ date, local }) => {
      if (date === null) return unknown('no Date');
      const off = `${lengthOf(date - local)} ${date < local ? 'behind' : 'ahead of'} this machine’s clock`;
      return Math.abs(date - local) <= TOLERANCE ? holds(off) : unknown(`${off}; one of the two is off`);
    },
  },
  {
    id: 'days-agree',
    says: 'days_remaining agrees with expires_at and Date',
    expected: 'the days from Date to expires_at, rounded either way',
    means:
      'The body is believed, not the Date: the panel says that the clocks disagree, and changes come at another instant than the API’s.',
    judge: overTime(({ date, expiresAt, reported: { daysRemaining }, read }) => {
      if (daysRemaining === null) return unknown('no days_remaining');
      const { clocksDiffer } = read({ daysRemaining, graceRemainingSeconds: null });
      return (clocksDiffer ? differs : holds)(`${daysRemaining}, ${span(date, expiresAt)}`);
    }),
  },
  {
    id: 'days-rounding',
    says: 'days_remaining is rounded down',
    expected: 'the whole days that are left',
    means: 'Nothing breaks: it is never displayed, and the bounds on the time allow for a day more.',
    judge: overTime(({ date, expiresAt, reported: { daysRemaining } }) => {
      const left = (expiresAt - date) / DAY_MS;
      const isNearWhole = Math.abs(left - Math.round(left)) * DAY_MS < ROUNDING_TOLERANCE;
      if (daysRemaining === null || left < 0 || isNearWhole) {
        return unknown(left < 0 ? 'only before expires_at' : isNearWhole ? 'too near to a whole day' : 'no days_remaining');
      }
      const seen = `${daysRemaining} of ${left.toFixed(2)} days`;
      if (daysRemaining === Math.floor(left)) return holds(seen);
      return daysRemaining === Math.ceil(left) ? differs(`${seen}, rounded up`) : unknown(`${seen}, which is more than rounding`);
    }),
  },
  {
    id: 'grace-agree',
    says: 'grace_remaining_seconds is above 0 exactly in the grace period',
    expected: 'above 0 from expires_at on, 0 before it and after the grace period',
    means: 'The body is believed, not the Date: a license in grace looks like one that is active or has expired, or the other way round.',
    judge: overTime(({ date, expiresAt, reported: { graceRemainingSeconds }, read }) => {
      if (graceRemainingSeconds === null) return unknown('no grace_remaining_seconds');
      const isContradicted =
        graceRemainingSeconds > 0 ? date < expiresAt - TOLERANCE : read({ daysRemaining: null, graceRemainingSeconds }).clocksDiffer;
      return (isContradicted ? differs : holds)(`${graceRemainingSeconds}, ${span(date, expiresAt)}`);
    }),
  },
  {
    id: 'grace-length',
    says: 'The grace period is 7 days',
    expected: 'expires_at and 7 days',
    means: 'The dashboard counts with 7 days, so it shows another end of the grace period than the API’s.',
    judge: overTime(({ date, expiresAt, reported: { graceRemainingSeconds } }) => {
      if (!graceRemainingSeconds) return unknown('only in the grace period');
      if (date < expiresAt - TOLERANCE) return unknown(`${span(date, expiresAt)}, which is no grace period`);
      const length = date + graceRemainingSeconds * SECOND_MS - expiresAt;
      const isSevenDays = Math.abs(length - GRACE_PERIOD_MS) <= ROUNDING_TOLERANCE;
      return isSevenDays ? holds(lengthOf(GRACE_PERIOD_MS)) : differs(lengthOf(length));
    }),
  },
];

type Times = {
  readonly date: number;
  readonly expiresAt: number;
  readonly reported: ReportedTime;
  /** Estimates the API's time as the dashboard does, from the `Date` and the given numbers. */
  readonly read: (reported: ReportedTime) => ServerTime;
};

function overTime(judge: (times: Times) => Judgement): Check['judge'] {
  return ({ report, date }: ProbeResult) => {
    if (report === null) return unknown('no readable body');
    const { license, reported } = report;
    if (license.expiresAt === null) return unknown('the license has no end, or there is none');
    if (date === null) return unknown('no Date');
    const read = (some: ReportedTime) => estimateServerTime({ license, reported: some }, date);
    return judge({ date, expiresAt: license.expiresAt, reported, read });
  };
}

function span(date: number, expiresAt: number): string {
  return `${lengthOf(expiresAt - date)} ${date < expiresAt ? 'before' : 'after'} expires_at`;
}
