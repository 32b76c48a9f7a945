import { memo, type ReactNode } from 'react';
import { isKnownEntitlement } from '../../license/entitlements.js';
import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import type { EntitlementRow, EntitlementState } from '../../license/entitlementState.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { LicenseLinks } from '../LicenseContext.js';
import { Icon } from '../Icon.js';
import { entitlementWords } from './panelWords.js';

type EntitlementRowsProps = {
  readonly rows: readonly EntitlementRow[];
  readonly license: License | null;
  readonly state: LicenseState;
  readonly words: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
  readonly docs: LicenseLinks['docs'];
};

const ICONS = { included: 'check', ending: 'hourglass', off: 'lock', 'not-included': 'dash', unknown: 'dash' } as const satisfies Record<
  EntitlementState,
  string
>;

/** Renders the rows of the entitlement list. */
export function EntitlementRows({ rows, license, state, words, names, format, docs }: EntitlementRowsProps): ReactNode {
  const wordsByState = new Map<EntitlementState, string>();
  return rows.map(({ id, state: entitlementState }) => {
    const stateWords = wordsByState.get(entitlementState) ?? entitlementWords(entitlementState, state, license, words, format);
    wordsByState.set(entitlementState, stateWords);
    const title = isKnownEntitlement(id) ? entitlementTitle(names, id, format) : null;
    return <Row key={id} {...{ id, entitlementState, title }} words={stateWords} href={docs(id)} />;
  });
}

type RowProps = {
  readonly id: string;
  readonly entitlementState: EntitlementState;
  /** `null` if the entitlement has no name. */
  readonly title: string | null;
  readonly words: string;
  /** The URL of the feature's documentation. */
  readonly href: string | undefined;
};

/** Shows the name, the id and the state of an entitlement. */
const Row = memo(function Row({ id, entitlementState, title, words, href }: RowProps): ReactNode {
  const code = (
    <code dir="ltr" translate="no">
      {id}
    </code>
  );
  const linked = (name: ReactNode) => (href === undefined ? <span>{name}</span> : <a href={href}>{name}</a>);
  return (
    <li data-entitlement={id} data-entitlement-state={entitlementState}>
      <span className="alx-feature-name">
        {title !== null && linked(`${title} `)}
        {title === null ? linked(code) : code}
      </span>
      <span className="alx-feature-state">
        <Icon name={ICONS[entitlementState]} />
        <span>{words}</span>
      </span>
    </li>
  );
});
