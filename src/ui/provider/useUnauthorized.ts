import { useEffect, useRef } from 'react';
import type { Freshness } from '../../contract/freshness.js';

/** Gives the host one signal when its session has ended, however many checks find it so. */
export function useUnauthorized(freshness: Freshness, onUnauthorized: (() => void) | undefined): void {
  const signal = useRef(onUnauthorized);
  useEffect(() => {
    signal.current = onUnauthorized;
  });
  const unauthorized = freshness === 'unauthorized';
  useEffect(() => {
    if (unauthorized) signal.current?.();
  }, [unauthorized]);
}
