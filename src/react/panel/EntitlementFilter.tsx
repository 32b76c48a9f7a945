import type { ReactNode } from 'react';
import type { Format } from '../../messages/createFormat.js';
import type { PanelMessages } from '../../messages/Messages.js';

type EntitlementFilterProps = {
  readonly words: PanelMessages;
  readonly format: Format;
  /** The text in the field. */
  readonly entered: string;
  readonly change: (entered: string) => void;
  /** The query of the shown rows. May lag behind `entered`. */
  readonly query: string;
  /** The number of matching rows; `null` without a query. */
  readonly matches: number | null;
  readonly total: number;
};

/** Shows the field that filters a long list, and the number of matches. */
export function EntitlementFilter({ words, format, entered, change, query, matches, total }: EntitlementFilterProps): ReactNode {
  const { filter } = words;
  return (
    <>
      <p role="status">{matches !== null && (matches > 0 ? filter.matches({ count: matches, total, format }) : filter.none({ query }))}</p>
      <label>
        <span>{filter.label}</span>
        <input
          type="search"
          value={entered}
          onChange={({ target }) => change(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || entered === '') return;
            // The first Escape only clears the field. It must not close a dialog around the panel.
            event.preventDefault();
            event.stopPropagation();
            change('');
          }}
        />
      </label>
    </>
  );
}
