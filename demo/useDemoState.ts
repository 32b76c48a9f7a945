import { useCallback, useEffect, useState } from 'react';
import { type DemoState, demoSearch, readDemoState } from './demoState.js';

/** `push` adds a history entry. `replace` changes the current one, as while the slider moves. */
type ChangeHow = 'push' | 'replace';

/** Changes a part of the demo's state, and the URL with it. */
export type ChangeDemo = (part: Partial<DemoState>, how?: ChangeHow) => void;

/** Returns the demo's state from the URL, and follows the browser's back and forward buttons. */
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

// Reloads if the first check has to fail: a page that has loaded a license would keep it.
function show(before: DemoState, next: DemoState, setState: (next: DemoState) => void): void {
  if (next.cold && (!before.cold || next.fault !== before.fault || next.scenario !== before.scenario)) location.reload();
  else setState(next);
}
