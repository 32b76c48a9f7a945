import type { ReactNode } from 'react';
import type { License } from '../license/License.js';
import type { LicenseState } from '../license/licenseStatus.js';
import type { PanelMessages } from '../messages/Messages.js';

type StopListProps = {
  readonly state: LicenseState;
  readonly license: License | null;
  readonly stops: PanelMessages['stops'];
  /** Stands above the list. */
  readonly title?: ReactNode;
};

/** Lists what may stop if the license lapses, while it is expiring or in grace. */
export function StopList({ state, license, stops, title }: StopListProps): ReactNode {
  if (license === null || (state !== 'expiring' && state !== 'grace')) return null;
  // In the order of the texts: single sign-on comes first.
  const sentences = Object.entries(stops).filter(([id, sentence]) => sentence !== '' && license.entitlements.includes(id));
  if (sentences.length === 0) return null;
  return (
    <div className="alx-stops">
      {title}
      <ul>
        {sentences.map(([id, sentence]) => (
          <li key={id}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
