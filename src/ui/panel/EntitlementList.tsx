import { memo, type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import type { License } from '../../contract/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import { entitlementRows } from '../../status/entitlementState.js';
import type { LicenseState } from '../../status/licenseStatus.js';
import { EntitlementFilter } from './EntitlementFilter.js';
import { EntitlementRows } from './EntitlementRows.js';
import { matchEntitlements, searchable } from './matchEntitlements.js';

type EntitlementListProps = {
  readonly license: License | null;
  readonly state: LicenseState;
  readonly words: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

const FILTERED_FROM = 12;

/** Each entitlement: the catalogue first, in its order, then the others as they came. A long list scrolls, and can be filtered. */
export const EntitlementList = memo(function EntitlementList({ license, state, words, names, format }: EntitlementListProps): ReactNode {
  const titleId = useId();
  const rows = useMemo(() => entitlementRows(license, state), [license, state]);
  const long = rows.length >= FILTERED_FROM;
  const [entered, setEntered] = useState('');
  // Typing goes first; the rows follow when there is time.
  const query = useDeferredValue(long ? entered.trim() : '');
  const asked = query !== '';
  const texts = useMemo(() => asked && searchable(rows, ({ id }) => entitlementTitle(names, id, format)), [asked, rows, names, format]);
  const matches = useMemo(() => texts && matchEntitlements(texts, query), [texts, query]) || null;

  return (
    <div className="alx-section">
      <div className="alx-head">
        <h3 id={titleId}>{words.featuresTitle}</h3>
        {long && <EntitlementFilter {...{ words, format, entered, query, matches }} change={setEntered} total={rows.length} />}
      </div>
      <ul className="alx-features" aria-labelledby={titleId} data-long={long} {...(long ? { tabIndex: 0 } : {})}>
        <EntitlementRows {...{ rows, matches, license, state, words, names, format }} />
      </ul>
    </div>
  );
});
