import { memo, type ReactNode } from 'react';
import { isKnownEntitlement } from '../../license/entitlements.js';
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
  readonly state: LicenseState;
  readonly words: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
  readonly docs: LicenseLinks['docs'];
};

const ICONS = { included: 'check', ending: 'clock', off: 'lock', 'not-included': null, unknown: null } as const satisfies Record<
  EntitlementState,
  string | null
>;

export function EntitlementRows({ rows, state, words, names, format, docs }: EntitlementRowsProps): ReactNode {
  return rows.map(({ id, state: entitlementState }) => {
    const title = isKnownEntitlement(id) ? entitlementTitle(names, id, format) : null;
    const description = isKnownEntitlement(id) ? words.descriptions[id] : undefined;
    return (
      <Row
        key={id}
        {...{ id, entitlementState, title, description }}
        stateLabel={entitlementWords(entitlementState, state, words)}
        href={docs(id)}
      />
    );
  });
}

type RowProps = {
  readonly id: string;
  readonly entitlementState: EntitlementState;
  /** `null` if the entitlement has no name. */
  readonly title: string | null;
  readonly description: string | undefined;
  readonly stateLabel: string;
  /** The URL of the feature's documentation. */
  readonly href: string | undefined;
};

const Row = memo(function Row({ id, entitlementState, title, description, stateLabel, href }: RowProps): ReactNode {
  const code = (
    <code dir="ltr" translate="no">
      {id}
    </code>
  );
  const icon = ICONS[entitlementState];
  const linked = (name: ReactNode) => (href === undefined ? <span>{name}</span> : <a href={href}>{name}</a>);
  return (
    <li data-entitlement={id} data-entitlement-state={entitlementState}>
      <div className="alx-feature">
        <span className="alx-feature-name">
          {title !== null && linked(`${title} `)}
          {title === null ? linked(code) : code}
        </span>
        {description !== undefined && <span className="alx-muted">{description}</span>}
      </div>
      <span className="alx-feature-state">
        {icon && <Icon name={icon} />}
        <span>{stateLabel}</span>
      </span>
    </li>
  );
});
