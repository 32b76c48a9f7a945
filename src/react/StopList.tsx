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

/** Lists the features that may stop. Renders nothing unless the license is expiring or in grace. */
export function StopList({ state, license, stops, title }: StopListProps): ReactNode {
  if (license === null || (state !== 'expiring' && state !== 'grace')) return null;
  // Keeps the order of the texts, which puts single sign-on first.
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
