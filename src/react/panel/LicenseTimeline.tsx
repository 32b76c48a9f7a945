import type { ReactNode } from 'react';
import type { License } from '../../license/License.js';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { PanelMessages } from '../../messages/Messages.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { PERIODS, timelineOf, timelinePlace } from '../../license/timeline.js';
import { useServerClock } from '../useServerClock.js';

type LicenseTimelineProps = {
  readonly license: License;
  readonly state: LicenseState;
  /** When the early reminder begins; `null` for none. */
  readonly earlyAt: number | null;
  readonly words: PanelMessages;
  readonly format: Format;
};

// The end of each period, in percent of the line. Seven days before the expiry and seven after it have the same length. The other periods are
// compressed. The fourth appears only after the grace period.
const ENDS = { running: [20, 60, 100], over: [14, 46, 78, 100] } as const;

/** Shows today, the expiry and the end of the grace period on a line. Renders nothing for a license without end. */
export function LicenseTimeline({ license, state, earlyAt, words, format }: LicenseTimelineProps): ReactNode {
  const timeline = timelineOf(license);
  const place = useServerClock(
    (now): TimedValue<number | null> => (timeline && now !== null ? timelinePlace(timeline, now) : [null, null]),
  );
  if (timeline === null) return null;
  const [remindsAt, expiresAt, graceEndsAt] = timeline;
  const { dates } = words;
  // While the time is unknown, the line shows the last state without today.
  const period = place === null ? undefined : PERIODS[Math.floor(place)];
  const present = period === state ? period : undefined;
  const isGraceOver = state === 'expired';
  const ends = isGraceOver ? ENDS.over : ENDS.running;
  const [breakAt, expiry, graceEnd] = ends;
  const elapsed = present && place !== null ? percentOf(place, ends) : null;
  const periods = words.timeline({ reminds: format.day(remindsAt), expires: format.day(expiresAt), graceEnds: format.day(graceEndsAt) });
  const sentences = [
    periods,
    earlyAt === null ? '' : words.timelineEarly({ early: format.day(earlyAt) }),
    present ? words.timelineNow[present] : '',
  ];
  const hasExpired = isGraceOver || state === 'grace';
  const hasFeatures = license.entitlements.length > 0;
  const [ending, ended] = hasFeatures ? [dates.stops, dates.stopped] : [dates.graceEnds, dates.graceEnded];
  return (
    // Screen readers announce one sentence, because the visible parts are only fragments.
    <div className="alx-timeline" role="img" aria-label={sentences.filter((sentence) => sentence !== '').join(' ')}>
      {elapsed !== null && (
        <Milestone at={elapsed} kind="today">
          <b>{dates.today}</b>
        </Milestone>
      )}
      <div className="alx-line">
        <svg width={`${elapsed ?? 0}%`} aria-hidden="true" />
      </div>
      <Milestone at={breakAt} kind="break" />
      {earlyAt !== null && (
        <Milestone at={percentOf(timelinePlace(timeline, earlyAt)[0], ends)} kind="early">
          <b>{format.dayOfYear(earlyAt)}</b>
          <span>{dates.early}</span>
        </Milestone>
      )}
      <Milestone at={expiry} kind="date">
        <b>{format.dayOfYear(expiresAt)}</b>
        <span>{hasExpired ? dates.expired : dates.expires}</span>
      </Milestone>
      <Milestone at={graceEnd} kind="date">
        <b>{format.dayOfYear(graceEndsAt)}</b>
        <span>{isGraceOver ? ended : ending}</span>
      </Milestone>
    </div>
  );
}

/** Converts a place on the timeline, as {@link timelinePlace} returns it, to percent of the line. */
function percentOf(place: number, ends: readonly number[]): number {
  const period = Math.floor(place);
  const start = ends[period - 1] ?? 0;
  return start + (place - period) * ((ends[period] ?? 100) - start);
}

type MilestoneProps = {
  /** The position, in percent of the line. */
  readonly at: number;
  readonly kind: 'today' | 'early' | 'date' | 'break';
  readonly children?: ReactNode;
};

// The width of an empty `svg` sets the position: the content security policy of an app may forbid inline styles.
function Milestone({ at, kind, children }: MilestoneProps): ReactNode {
  // Near the ends of the line, a centered label would overflow the panel.
  const edge = at < 8 ? 'start' : at > 92 ? 'end' : 'none';
  return (
    <div className="alx-milestone" data-kind={kind} data-edge={edge}>
      <svg width={`${at}%`} aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
