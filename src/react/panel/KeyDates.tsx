import type { ReactNode } from 'react';
import type { License } from '../../license/License.js';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { useServerClock } from '../useServerClock.js';

type KeyDatesProps = {
  readonly license: License;
  readonly words: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

/** Lists the expiry and the end of the grace period: the relative time, then the local and the UTC time. */
export function KeyDates({ license, words, names, format }: KeyDatesProps): ReactNode {
  const { expiresAt, graceEndsAt, entitlements } = license;
  const { dates } = words;
  if (expiresAt === null || graceEndsAt === null) return null;
  const hasFeatures = entitlements.length > 0;
  return (
    <dl className="alx-dates">
      <KeyDate
        at={expiresAt}
        labels={[dates.expires, dates.expired]}
        relative={(now) => format.relative(expiresAt, now, names)}
        format={format}
      />
      <KeyDate
        at={graceEndsAt}
        labels={hasFeatures ? [dates.stops, dates.stopped] : [dates.graceEnds, dates.graceEnded]}
        relative={(now) => {
          if (now < expiresAt || now >= graceEndsAt) return format.relative(graceEndsAt, now, names);
          const [remaining, changesAt] = format.remaining(graceEndsAt, now, names.lessThanAMinute);
          return [words.countdown({ remaining }), changesAt];
        }}
        format={format}
      />
    </dl>
  );
}

type KeyDateProps = {
  readonly at: number;
  /** The label before and after the date. */
  readonly labels: readonly [before: string, after: string];
  readonly relative: (now: number) => TimedValue<string>;
  readonly format: Format;
};

function KeyDate({ at, labels, relative, format }: KeyDateProps): ReactNode {
  const when = useServerClock((now) => (now === null ? ['', null] : relative(now)));
  const label = useServerClock((now): TimedValue<string> => (now !== null && now >= at ? [labels[1], null] : [labels[0], now && at]));
  const utc = format.utc(at);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {when !== '' && <strong>{when}</strong>}
        <time dateTime={new Date(at).toISOString()}>
          <bdi>{format.zoned(at)}</bdi>
          {utc !== null && <bdi>{utc}</bdi>}
        </time>
      </dd>
    </div>
  );
}
