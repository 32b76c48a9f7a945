import { useEffect } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';

// A burst of 402s comes within this time.
const BURST_MS = 50;

/** Carries out the checks that others request, as {@link carryOutChecks} does. */
export function useRequestedChecks(client: LicenseClient, refresh: () => Promise<boolean>): void {
  useEffect(() => carryOutChecks(client, refresh), [client, refresh]);
}

/**
 * Carries out requested checks: one for a burst, none while one runs, and at most one more after it. A hidden page does it when it becomes visible.
 * Returns the undo.
 */
export function carryOutChecks(client: LicenseClient, refresh: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let requested = false;
  let left = false;
  const isHidden = () => document.visibilityState === 'hidden';
  const run = async () => {
    if (isHidden()) return;
    requested = false;
    running = true;
    const { begun } = client.checks();
    await refresh();
    // Before the first response, TanStack joins a check that is under way, but the requested one must begin now.
    if (!left && client.checks().begun === begun) await refresh();
    running = false;
    if (requested && !left) wait();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), BURST_MS);
  };
  const undo = client.onCheckRequested(() => {
    requested = true;
    if (!running) wait();
  });
  const show = () => {
    if (requested && !running && !isHidden()) wait();
  };
  document.addEventListener('visibilitychange', show);
  return () => {
    left = true;
    undo();
    document.removeEventListener('visibilitychange', show);
    clearTimeout(timer);
  };
}
