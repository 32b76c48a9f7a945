import { memo, type ReactNode, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { isKnownEntitlement } from '../../license/entitlements.js';
import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementTitle } from '../../messages/nameOf.js';
import { entitlementRows } from '../../license/entitlementState.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { LicenseLinks } from '../LicenseContext.js';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';
import { EntitlementFilter } from './EntitlementFilter.js';
import { EntitlementRows } from './EntitlementRows.js';
import { featuresSummary } from './panelWords.js';
import type { HeadingTag } from '../headingBelow.js';
import { matchEntitlements, searchable } from './matchEntitlements.js';

type EntitlementListProps = {
  readonly license: License | null;
  readonly state: LicenseState;
  readonly words: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
  readonly links: LicenseLinks;
  /** The text of the link to the account representative. */
  readonly contact: string;
  readonly Subheading: HeadingTag;
};

const MAX_ROWS_WITHOUT_FILTER = 12;
const INITIAL_ROWS = 100;
const ROWS_PER_SCROLL = 400;

/**
 * Lists all entitlements: the catalog in its order, then the others in the order of the license. A long list scrolls and has a filter. A very long
 * list renders more rows when the user scrolls.
 */
export const EntitlementList = memo(function EntitlementList({
  license,
  state,
  words,
  names,
  format,
  links,
  contact,
  Subheading,
}: EntitlementListProps): ReactNode {
  const titleId = useId();
  const rows = useMemo(() => entitlementRows(license, state), [license, state]);
  const isLong = rows.length > MAX_ROWS_WITHOUT_FILTER;
  const [entered, setEntered] = useState('');
  // Deferred, so that typing stays fast.
  const query = useDeferredValue(isLong ? entered.trim() : '');
  const hasQuery = query !== '';
  const texts = useMemo(
    () => hasQuery && searchable(rows, ({ id }) => (isKnownEntitlement(id) ? entitlementTitle(names, id, format) : '')),
    [hasQuery, rows, names, format],
  );
  const matches = useMemo(() => texts && matchEntitlements(rows, texts, query), [rows, texts, query]) || null;
  const found = matches ?? rows;
  const [scrolled, setScrolled] = useState({ found, count: INITIAL_ROWS });
  const count = scrolled.found === found ? scrolled.count : INITIAL_ROWS;

  const list = useRef<HTMLUListElement>(null);
  // Shows the matches from the top. Not a new `key` on the list, because it would create all rows again.
  useIsomorphicLayoutEffect(() => {
    if (list.current) list.current.scrollTop = 0;
  }, [query]);

  return (
    <div className="alx-section">
      <div className="alx-head">
        <Subheading id={titleId}>{words.featuresTitle}</Subheading>
        <span className="alx-muted">{featuresSummary(state, license, rows, words, format)}</span>
        {links.contact !== undefined && rows.some((row) => row.state === 'not-included') && (
          <a className="alx-link" href={links.contact}>
            <span>{contact}</span>
          </a>
        )}
        {isLong && (
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
        data-long={isLong}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          if (count < found.length && scrollHeight - scrollTop < 3 * clientHeight) setScrolled({ found, count: count + ROWS_PER_SCROLL });
        }}
        {...(isLong ? { tabIndex: 0 } : {})}
      >
        <EntitlementRows rows={found.slice(0, count)} docs={links.docs} {...{ state, words, names, format }} />
      </ul>
    </div>
  );
});
