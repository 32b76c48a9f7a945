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
  readonly words: PanelMessages;
  readonly format: Format;
};

/** Shows the periods of a license and the current time in them. Renders nothing for a license without end. */
export function LicenseTimeline({ license, state, words, format }: LicenseTimelineProps): ReactNode {
  const timeline = timelineOf(license);
  const place = useServerClock(
    (now): TimedValue<number | null> => (timeline && now !== null ? timelinePlace(timeline, now) : [null, null]),
  );
  if (timeline === null) return null;
  const days = timeline.map(format.day);
  const [reminds = '', expires = '', graceEnds = ''] = days;
  // While the time is unknown, the last state stays highlighted, and "now" is hidden.
  const present = PERIODS.find((period, index) => period === state && index === Math.floor(place ?? -1));
  const periods = words.timeline.periods({ reminds, expires, graceEnds });
  return (
    // Screen readers announce one sentence, because the visible parts are only fragments.
    <div className="alx-timeline" role="img" aria-label={present ? `${periods} ${words.timelineNow[present]}` : periods}>
      {PERIODS.map((period) => (
        <span key={period} className="alx-bar" data-period={period} data-present={period === state}>
          {place !== null && period === present && <Now place={place} word={words.timeline.now} />}
        </span>
      ))}
      {PERIODS.map((period, index) => (
        <span key={period} className="alx-mark" data-period={period} data-present={period === state}>
          <bdi>{days[index - 1]}</bdi> <span>{words.timeline[period]}</span>
        </span>
      ))}
    </div>
  );
}

// The width of an empty `svg` sets the offset: the content security policy of an app may forbid inline styles.
function Now({ place, word }: { readonly place: number; readonly word: string }): ReactNode {
  // Near the ends of the line, a centered label would overflow the panel.
  const edge = place < 0.2 ? 'start' : place > 3.8 ? 'end' : 'none';
  return (
    <span className="alx-now" data-edge={edge}>
      <svg width={`${(place % 1) * 100}%`} aria-hidden="true" />
      <b>{word}</b>
    </span>
  );
}
