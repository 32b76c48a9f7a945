import { useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { LicenseState } from '../../status/licenseStatus.js';
import { useServerClock } from '../useServerClock.js';

/** The longest snooze, in milliseconds: 24 h. */
const MAX_SNOOZE_MS = 86_400_000;

type Dismissal = { readonly state: string; readonly expiresAt: number | null; readonly until: number | null };

/**
 * Remembers that the banner of one state and one expiry was put away: snoozed for 24 h while the license is only about
 * to expire, collapsed from then on. Another state or another expiry brings it back.
 */
export function useDismissal({ clock, memory }: LicenseClient, state: LicenseState, expiresAt: number | null) {
  const [dismissal, setDismissal] = useState<Dismissal | null>(() => readDismissal(memory.banner('dismissal')));
  const snoozable = state === 'expiring';
  const matches = dismissal?.state === state && dismissal.expiresAt === expiresAt;
  const until = matches ? dismissal.until : null;
  const dismissed = useServerClock(clock, (now) => {
    // Before the first answer nothing tells whether a snooze is over; what comes up late is better than what flashes.
    if (!matches || !snoozable || now === null) return [matches, null];
    const left = until === null ? 0 : until - now;
    return left > 0 && left <= MAX_SNOOZE_MS ? [true, until] : [false, null];
  });
  const put = (next: Dismissal | null) => {
    setDismissal(next);
    memory.rememberBanner('dismissal', next);
  };
  return {
    dismissed,
    dismiss: () => put({ state, expiresAt, until: snoozable ? clock.estimate() + MAX_SNOOZE_MS : null }),
    restore: () => put(null),
  };
}

function readDismissal(stored: unknown): Dismissal | null {
  const { state, expiresAt, until } = Object(stored);
  const isInstant = (value: unknown): value is number | null => value === null || typeof value === 'number';
  return typeof state === 'string' && isInstant(expiresAt) && isInstant(until) ? { state, expiresAt, until } : null;
}
