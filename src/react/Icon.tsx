import type { ReactNode } from 'react';

const PATHS = {
  clock: 'M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  hourglass: 'M6 3h12M6 21h12M8 3v3.5c0 2 4 3.6 4 5.5s-4 3.5-4 5.5V21M16 3v3.5c0 2-4 3.6-4 5.5s4 3.5 4 5.5V21',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9.5h-13z',
  check: 'm5 12.5 4.5 4.5L19 7',
  dash: 'M6 12h12',
  warning: 'M12 9v4.5M12 17v.1M12 3.5 2.5 20h19z',
} as const;

/** A decoration: the words beside it say the same. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }): ReactNode {
  return (
    <svg className="alx-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
