import { memo, type ReactNode, startTransition, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { isKnownEntitlement } from '../../contract/entitlements.js';
import type { License } from '../../contract/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import { entitlementRows, type EntitlementState } from '../../status/entitlementState.js';
import type { LicenseState } from '../../status/licenseStatus.js';
import { Icon } from '../Icon.js';
import { EntitlementFilter } from './EntitlementFilter.js';
import { matchEntitlements, searchable } from './matchEntitlements.js';
import { entitlementWords } from './panelWords.js';

type EntitlementListProps = {
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

const FILTERED_FROM = 12;
const AT_ONCE = 60;

/**
 * Each entitlement: its name, its id, and its state in words; the catalogue first, in its order, then the others as they came.
 * A long list can be filtered, and is completed after the first paint.
 */
export const EntitlementList = memo(function EntitlementList({ license, state, words, names, format }: EntitlementListProps): ReactNode {
  const titleId = useId();
  const rows = useMemo(() => entitlementRows(license, state), [license, state]);
  const long = rows.length >= FILTERED_FROM;
  const [entered, setEntered] = useState('');
  const query = useDeferredValue(long ? entered : '');
  const texts = useMemo(() => searchable(new Map(rows.map(({ id }) => [id, entitlementTitle(names, id, format)]))), [rows, names, format]);
  const matches = useMemo(() => matchEntitlements(texts, query), [texts, query]);
  const [complete, setComplete] = useState(false);
  useEffect(() => startTransition(() => setComplete(true)), []);

  return (
    <div className="alx-section">
      <div className="alx-head">
        <h3 id={titleId}>{words.featuresTitle}</h3>
        {long && <EntitlementFilter {...{ words, format, entered, query, matches }} change={setEntered} total={rows.length} />}
      </div>
      <ul className="alx-features" aria-labelledby={titleId} data-long={long} {...(long ? { tabIndex: 0 } : {})}>
        {rows.slice(0, complete ? rows.length : AT_ONCE).map(({ id, state: worth }) => (
          <Row
            key={id}
            id={id}
            worth={worth}
            title={isKnownEntitlement(id) ? entitlementTitle(names, id, format) : null}
            words={entitlementWords(worth, state, license, words, format)}
            hidden={matches?.has(id) === false}
          />
        ))}
      </ul>
    </div>
  );
});

type RowProps = {
  readonly id: string;
  readonly worth: EntitlementState;
  readonly title: string | null;
  readonly words: string;
  readonly hidden: boolean;
};

const Row = memo(function Row({ id, worth, title, words, hidden }: RowProps): ReactNode {
  return (
    <li data-entitlement={id} data-entitlement-state={worth} hidden={hidden}>
      <span className="alx-feature-name">
        {title !== null && <span>{title} </span>}
        <code dir="ltr">{id}</code>
      </span>
      <span className="alx-feature-state">
        <Icon name={ICONS[worth]} />
        {words}
      </span>
    </li>
  );
});
