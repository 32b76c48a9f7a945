import { type ReactNode, useId } from 'react';
import { isKnownEntitlement } from '../../contract/entitlements.js';
import type { License } from '../../contract/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import type { EntitlementRow, EntitlementState } from '../../status/entitlementState.js';
import type { LicenseState } from '../../status/licenseStatus.js';
import { Icon } from '../Icon.js';
import { entitlementWords } from './panelWords.js';

type EntitlementListProps = {
  readonly rows: readonly EntitlementRow[];
  readonly license: License | null;
  readonly state: LicenseState;
  readonly words: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

const ICONS = { included: 'check', ending: 'hourglass', off: 'lock', 'not-included': 'dash', unknown: 'dash' } as const satisfies Record<
  EntitlementState,
  string
>;

/** Each entitlement: its name, its id, and its state in words. */
export function EntitlementList({ rows, license, state, words, names, format }: EntitlementListProps): ReactNode {
  const titleId = useId();
  return (
    <div className="alx-section">
      <h3 id={titleId}>{words.featuresTitle}</h3>
      <ul className="alx-features" aria-labelledby={titleId}>
        {rows.map(({ id, state: worth }) => (
          <li key={id} data-entitlement={id} data-entitlement-state={worth}>
            <span className="alx-feature-name">
              {isKnownEntitlement(id) && <span>{entitlementTitle(names, id, format)} </span>}
              <code dir="ltr">{id}</code>
            </span>
            <span className="alx-feature-state">
              <Icon name={ICONS[worth]} />
              {entitlementWords(worth, state, license, words, format)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
