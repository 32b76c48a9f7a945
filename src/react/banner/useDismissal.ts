import { useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { DAY_MS, HOUR_MS } from '../../lib/time.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { TimedValue } from '../../messages/createFormat.js';
import { useServerClock } from '../useServerClock.js';

/** How long a reminder is put off: for 24 h; on the last day, when tomorrow is too late, for 1 h; in the last hour until the expiry. */
export type Snooze = 'day' | 'hour' | 'expiry';

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
    return left > 0 && left <= DAY_MS ? [true, until] : [false, null];
  });
  const expiry = expiresAt ?? 0;
  const snooze = useServerClock(clock, (now): TimedValue<Snooze> => {
    const left = now === null ? DAY_MS : expiry - now;
    if (left >= DAY_MS) return ['day', expiry - DAY_MS + 1];
    return left >= HOUR_MS ? ['hour', expiry - HOUR_MS + 1] : ['expiry', null];
  });
  const put = (next: Dismissal | null) => {
    setDismissal(next);
    memory.rememberBanner('dismissal', next);
  };
  return {
    dismissed,
    snooze,
    dismiss: () =>
      put({
        state,
        expiresAt,
        until: snoozable ? { day: clock.estimate() + DAY_MS, hour: clock.estimate() + HOUR_MS, expiry }[snooze] : null,
      }),
    restore: () => put(null),
  };
}

function readDismissal(stored: unknown): Dismissal | null {
  const { state, expiresAt, until } = Object(stored);
  const isInstant = (value: unknown): value is number | null => value === null || typeof value === 'number';
  return typeof state === 'string' && isInstant(expiresAt) && isInstant(until) ? { state, expiresAt, until } : null;
}
