import type { ReactNode } from 'react';
import type { Freshness } from '../../license/freshness.js';
import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { tierName } from '../../messages/nameOf.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { useServerClock } from '../useServerClock.js';
import { expiryWords } from './panelWords.js';

type LicenseSummaryProps = {
  readonly license: License | null;
  readonly state: LicenseState;
  readonly freshness: Freshness;
  readonly words: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

/** Shows tier, state and expiry. The expiry appears as a relative time and as an exact one. */
export function LicenseSummary({ license, state, freshness, words, names, format }: LicenseSummaryProps): ReactNode {
  const expiresAt = license?.expiresAt ?? null;
  const relative = useServerClock((now) =>
    expiresAt === null || now === null ? ['', null] : expiryWords(expiresAt, now, words, names, format),
  );
  if (license === null) return <p>{freshness === 'pending' ? words.waiting : words.nothingKnown}</p>;
  const tier = license.tier === null ? words.title : tierName(names, license.tier);
  const title = state === 'unlicensed' ? words.noTier : tier;
  return (
    <div className="alx-summary">
      <p className="alx-tier">
        <bdi>{title}</bdi> {state !== 'unlicensed' && <span className="alx-badge">{words.states[state]}</span>}
      </p>
      {expiresAt !== null && (
        <p className="alx-expiry">
          <strong>{relative}</strong>{' '}
          <time dateTime={new Date(expiresAt).toISOString()}>
            <bdi>{format.instant(expiresAt)}</bdi>
          </time>
        </p>
      )}
      {expiresAt === null && state === 'active' && <p className="alx-expiry">{words.noEnd}</p>}
    </div>
  );
}
