import { useEffect } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';

// A burst of 402s comes within this time.
const BURST_MS = 50;

/**
 * Carries out the checks that others request: one for a burst, none while one runs, and at most one more after it. A hidden
 * page does it when it is shown.
 */
export function useRequestedChecks(client: LicenseClient, checkNow: () => Promise<boolean>): void {
  useEffect(() => {
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
      await checkNow();
      // Before the first answer, TanStack joins a check that is under way already; what was requested is one that begins now.
      if (!left && client.checks().begun === begun) await checkNow();
      running = false;
      if (requested && !left) wait();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), BURST_MS);
    };
    const undo = client.onCheckRequested(() => {
      if (requested) return;
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
  }, [client, checkNow]);
}
