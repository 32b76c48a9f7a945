import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect` in browsers. On servers `useEffect`, because React 18 warns about layout effects there. */
export const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
