import { useEffect, useRef } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import type { Freshness } from '../license/freshness.js';

// Clients whose host knows; until an answer shows that the session is back.
const notified = new WeakSet<LicenseClient>();

/** Gives the host one signal when its session has ended, however many checks find it so, and whatever else they find between. */
export function useUnauthorized(client: LicenseClient, freshness: Freshness, onUnauthorized: (() => void) | undefined): void {
  const signal = useRef(onUnauthorized);
  useEffect(() => {
    signal.current = onUnauthorized;
  });
  useEffect(() => {
    if (freshness === 'fresh') notified.delete(client);
    if (freshness !== 'unauthorized' || notified.has(client)) return;
    notified.add(client);
    signal.current?.();
  }, [client, freshness]);
}
