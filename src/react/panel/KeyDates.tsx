import type { ReactNode } from 'react';
import type { License } from '../../license/License.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { useServerClock } from '../useServerClock.js';

type KeyDatesProps = {
  readonly license: License;
  readonly state: LicenseState;
  readonly words: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

/** Lists the expiry and the end of the grace period: the relative time, then the local and the UTC time. */
export function KeyDates({ license, state, words, names, format }: KeyDatesProps): ReactNode {
  const { expiresAt, graceEndsAt, entitlements } = license;
  const { dates } = words;
  if (expiresAt === null || graceEndsAt === null) return null;
  const isGraceOver = state === 'expired';
  const [stops, stopped] = entitlements.length > 0 ? [dates.stops, dates.stopped] : [dates.graceEnds, dates.graceEnded];
  return (
    <dl className="alx-dates">
      <KeyDate
        label={isGraceOver || state === 'grace' ? dates.expired : dates.expires}
        at={expiresAt}
        relative={(now) => format.relative(expiresAt, now, names)}
        format={format}
      />
      <KeyDate
        label={isGraceOver ? stopped : stops}
        at={graceEndsAt}
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
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly relative: (now: number) => TimedValue<string>;
  readonly format: Format;
};

function KeyDate({ label, at, relative, format }: KeyDateProps): ReactNode {
  const when = useServerClock((now) => (now === null ? ['', null] : relative(now)));
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
