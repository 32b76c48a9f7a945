import { useCallback, useEffect, useState } from 'react';
import type { Dismissal, LicenseMemory } from '../../client/createLicenseMemory.js';
import { DAY_MS, HOUR_MS } from '../../lib/time.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { TimedValue } from '../../messages/createFormat.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useServerClock } from '../useServerClock.js';

/** The length of a snooze: 24 hours; 1 hour on the last day; until the expiry in the last hour. */
export type Snooze = 'day' | 'hour' | 'expiry';

type StoredDismissal = { readonly state: LicenseState; readonly expiresAt: number | null; readonly dismissal: Dismissal | null };

/**
 * Dismisses the banner for one state and one expiry, in all tabs. In `expiring` it snoozes the banner; later it hides the details. Another state or
 * expiry shows the banner again.
 */
export function useDismissal(memory: LicenseMemory, state: LicenseState, expiresAt: number | null) {
  const { clock } = useLicenseContext();
  const [stored, setStored] = useState<StoredDismissal | null>(memory.read);
  const [undoable, setUndoable] = useState<Snooze | null>(null);
  useEffect(() => memory.subscribe(() => setStored(memory.read())), [memory]);
  const endUndo = useCallback(() => setUndoable(null), []);
  const isSnoozable = state === 'expiring';
  const dismissal = stored?.state === state && stored.expiresAt === expiresAt ? stored.dismissal : null;
  const until = dismissal?.until ?? null;
  const isDismissed = useServerClock((now) => {
    // While the time is unknown, a snoozed banner stays hidden: a late banner is better than a flash.
    if (dismissal === null || !isSnoozable || now === null) return [dismissal !== null, null];
    // Ignores a stored end that is more than a day away: no snooze is that long.
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
    isDismissed,
    snooze,
    undoable: isDismissed && isSnoozable ? undoable : null,
    dismiss() {
      setStored({ state, expiresAt, dismissal: { until: isSnoozable ? snoozeEnd() : null } });
      setUndoable(snooze);
    },
    restore() {
      setStored(null);
      endUndo();
    },
    endUndo,
  };
}
