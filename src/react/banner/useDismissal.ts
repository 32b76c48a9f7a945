import { useState } from 'react';
import type { Dismissal, LicenseMemory } from '../../client/createLicenseMemory.js';
import { DAY_MS, HOUR_MS } from '../../lib/time.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { TimedValue } from '../../messages/createFormat.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useServerClock } from '../useServerClock.js';

/** How long a snooze lasts: 24 h; on the last day, when tomorrow is too late, 1 h; in the last hour until the expiry. */
export type Snooze = 'day' | 'hour' | 'expiry';

type Dismissed = { readonly state: string; readonly expiresAt: number | null; readonly dismissal: Dismissal | null };

/**
 * Dismisses the banner for one state and one expiry. In `expiring` the banner is snoozed, later its details are hidden. Another state or another
 * expiry shows it again.
 */
export function useDismissal(memory: LicenseMemory, state: LicenseState, expiresAt: number | null) {
  const { clock } = useLicenseContext();
  const [last, setLast] = useState<Dismissed | null>(memory.read);
  const isSnoozable = state === 'expiring';
  const dismissal = last?.state === state && last.expiresAt === expiresAt ? last.dismissal : null;
  const isDismissed = dismissal !== null;
  const until = dismissal?.until ?? null;
  const dismissed = useServerClock((now) => {
    // Until the time is known, a snoozed banner stays away: a late banner is better than one that flashes.
    if (!isDismissed || !isSnoozable || now === null) return [isDismissed, null];
    const left = until === null ? 0 : until - now;
    return left > 0 && left <= DAY_MS ? [true, until] : [false, null];
  });
  const expiry = expiresAt ?? 0;
  const snooze = useServerClock((now): TimedValue<Snooze> => {
    const left = now === null ? DAY_MS : expiry - now;
    if (left >= DAY_MS) return ['day', expiry - DAY_MS + 1];
    return left >= HOUR_MS ? ['hour', expiry - HOUR_MS + 1] : ['expiry', null];
  });
  const snoozeEnd = () => {
    const now = clock.now() ?? Date.now();
    return { day: now + DAY_MS, hour: now + HOUR_MS, expiry }[snooze];
  };
  return {
    dismissal,
    dismissed,
    snooze,
    dismiss: () => setLast({ state, expiresAt, dismissal: { until: isSnoozable ? snoozeEnd() : null } }),
    restore: () => setLast(null),
  };
}
