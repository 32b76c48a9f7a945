import { useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { LicenseState } from '../../status/licenseStatus.js';
import type { Tick } from '../../messages/createFormat.js';
import { useServerClock } from '../useServerClock.js';

/** How long a reminder is put off, in milliseconds: 24 h; on the last day, when tomorrow is too late, 1 h. */
const SNOOZE_MS = { day: 86_400_000, hour: 3_600_000 };

/** How long a reminder is put off. */
export type Snooze = keyof typeof SNOOZE_MS;

type Dismissal = { readonly state: string; readonly expiresAt: number | null; readonly until: number | null };

/**
 * Remembers that the banner of one state and one expiry was put away: snoozed while the license is only about
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
    return left > 0 && left <= SNOOZE_MS.day ? [true, until] : [false, null];
  });
  const lastDay = (expiresAt ?? 0) - SNOOZE_MS.day;
  const snooze = useServerClock(clock, (now): Tick<Snooze> => (now === null || now < lastDay ? ['day', lastDay] : ['hour', null]));
  const put = (next: Dismissal | null) => {
    setDismissal(next);
    memory.rememberBanner('dismissal', next);
  };
  return {
    dismissed,
    snooze,
    dismiss: () => put({ state, expiresAt, until: snoozable ? clock.estimate() + SNOOZE_MS[snooze] : null }),
    restore: () => put(null),
  };
}

function readDismissal(stored: unknown): Dismissal | null {
  const { state, expiresAt, until } = Object(stored);
  const isInstant = (value: unknown): value is number | null => value === null || typeof value === 'number';
  return typeof state === 'string' && isInstant(expiresAt) && isInstant(until) ? { state, expiresAt, until } : null;
}
