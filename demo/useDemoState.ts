import { useCallback, useEffect, useState } from 'react';
import { type DemoState, demoSearch, readDemoState } from './demoState.js';

/** A step of its own in the browser's history, or a change of the present one, as while a slider moves. */
type ChangeHow = 'push' | 'replace';

/** Changes a part of what the demo shows. */
export type ChangeDemo = (part: Partial<DemoState>, how?: ChangeHow) => void;

/** What the demo shows, as the URL says; it follows the browser's way back. */
export function useDemoState(): readonly [DemoState, ChangeDemo] {
  const [state, setState] = useState(() => readDemoState(location.search));
  useEffect(() => {
    const back = () => show(state, readDemoState(location.search), setState);
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [state]);
  const change = useCallback<ChangeDemo>((part, how = 'push') => {
    const before = readDemoState(location.search);
    const search = demoSearch({ ...before, ...part });
    if (search === demoSearch(before)) return;
    history[`${how}State`](null, '', search);
    show(before, readDemoState(search), setState);
  }, []);
  return [state, change];
}

// A page that has seen an answer can't forget it: where the first check is to fail, it starts anew.
function show(before: DemoState, next: DemoState, setState: (next: DemoState) => void): void {
  if (next.cold && (!before.cold || next.fault !== before.fault || next.scenario !== before.scenario)) location.reload();
  else setState(next);
}
