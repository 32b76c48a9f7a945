import { useEffect, useLayoutEffect } from 'react';

/** An effect that runs before the page is painted. On a server none runs, and React 18 warns there of each that would have been one of these. */
export const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
