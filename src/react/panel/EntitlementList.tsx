import { memo, type ReactNode, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { isKnownEntitlement } from '../../license/entitlements.js';
import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import { entitlementRows } from '../../license/entitlementState.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';
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
const AT_ONCE = 100;
const AT_A_TIME = 400;

/**
 * Each entitlement: the catalogue first, in its order, then the others as they came. A long list scrolls, and can be filtered; of a very
 * long one the rest comes as it is scrolled.
 */
export const EntitlementList = memo(function EntitlementList({ license, state, words, names, format }: EntitlementListProps): ReactNode {
  const titleId = useId();
  const rows = useMemo(() => entitlementRows(license, state), [license, state]);
  const long = rows.length >= FILTERED_FROM;
  const [entered, setEntered] = useState('');
  // Typing goes first; the rows follow when there is time.
  const query = useDeferredValue(long ? entered.trim() : '');
  const asked = query !== '';
  const texts = useMemo(
    () => asked && searchable(rows, ({ id }) => (isKnownEntitlement(id) ? entitlementTitle(names, id, format) : '')),
    [asked, rows, names, format],
  );
  const matches = useMemo(() => texts && matchEntitlements(rows, texts, query), [rows, texts, query]) || null;
  const found = matches ?? rows;
  const [scrolled, setScrolled] = useState({ found, count: AT_ONCE });
  const count = scrolled.found === found ? scrolled.count : AT_ONCE;

  const list = useRef<HTMLUListElement>(null);
  // What is found is seen from its beginning. Rows that stay are not made anew while somebody types.
  useIsomorphicLayoutEffect(() => {
    if (list.current) list.current.scrollTop = 0;
  }, [query]);

  return (
    <div className="alx-section">
      <div className="alx-head">
        <h3 id={titleId}>{words.featuresTitle}</h3>
        {long && (
          <EntitlementFilter
            {...{ words, format, entered, query }}
            change={setEntered}
            matches={matches?.length ?? null}
            total={rows.length}
          />
        )}
      </div>
      <ul
        ref={list}
        className="alx-features"
        aria-labelledby={titleId}
        data-long={long}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          if (count < found.length && scrollHeight - scrollTop < 3 * clientHeight) setScrolled({ found, count: count + AT_A_TIME });
        }}
        {...(long ? { tabIndex: 0 } : {})}
      >
        <EntitlementRows rows={found.slice(0, count)} {...{ license, state, words, names, format }} />
      </ul>
    </div>
  );
});
