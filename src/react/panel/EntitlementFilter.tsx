import type { ReactNode } from 'react';
import type { Format } from '../../messages/createFormat.js';
import type { PanelMessages } from '../../messages/Messages.js';

type EntitlementFilterProps = {
  readonly words: PanelMessages;
  readonly format: Format;
  /** What stands in the field. */
  readonly entered: string;
  readonly change: (entered: string) => void;
  /** What the list is filtered by: it may come after what is entered. */
  readonly query: string;
  /** `null` while nothing is asked. */
  readonly matches: number | null;
  readonly total: number;
};

/** The field that filters a long list, and how many rows are left. */
export function EntitlementFilter({ words, format, entered, change, query, matches, total }: EntitlementFilterProps): ReactNode {
  const { filter } = words;
  return (
    <>
      <p role="status">{matches !== null && (matches > 0 ? filter.matches({ count: matches, total, format }) : filter.none({ query }))}</p>
      <label className="alx-filter">
        <span>{filter.label}</span>
        <input
          type="search"
          value={entered}
          onChange={({ target }) => change(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || entered === '') return;
            // A dialog around it closes with the next Escape, not with this one.
            event.preventDefault();
            event.stopPropagation();
            change('');
          }}
        />
      </label>
    </>
  );
}
