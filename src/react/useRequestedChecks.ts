import { useEffect } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';

// A burst of 402s comes within this time.
const BURST_MS = 50;
// After a restart, every dashboard meets a 402 in the same second: not all of them ask in the next one.
const SPREAD_MS = 15_000;

/** Carries out the checks that others request, as {@link carryOutChecks} does. */
export function useRequestedChecks(client: LicenseClient, refresh: () => Promise<boolean>): void {
  useEffect(() => carryOutChecks(client, refresh), [client, refresh]);
}

/**
 * Carries out the checks that others request: one for a burst, none while one runs, and at most one more after it. One that nobody
 * waits for comes some seconds later. A hidden page does it when it is shown. Returns the undo.
 */
export function carryOutChecks(client: LicenseClient, refresh: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let requested: 'at once' | 'some time' | null = null;
  let left = false;
  const isHidden = () => document.visibilityState === 'hidden';
  const run = async () => {
    if (isHidden()) return;
    requested = null;
    running = true;
    const { begun } = client.checks();
    await refresh();
    // Before the first answer, TanStack joins a check that is under way already; what was requested is one that begins now.
    if (!left && client.checks().begun === begun) await refresh();
    running = false;
    if (requested && !left) wait(delay());
  };
  const delay = () => BURST_MS + (requested === 'some time' ? SPREAD_MS * Math.random() : 0);
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };
  const undo = client.onCheckRequested((mayWait) => {
    if (requested === 'at once' || (requested !== null && mayWait)) return;
    requested = mayWait ? 'some time' : 'at once';
    if (!running) wait(delay());
  });
  const show = () => {
    if (requested && !running && !isHidden()) wait(BURST_MS);
  };
  document.addEventListener('visibilitychange', show);
  return () => {
    left = true;
    undo();
    document.removeEventListener('visibilitychange', show);
    clearTimeout(timer);
  };
}
