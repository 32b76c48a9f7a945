import { useCallback, useSyncExternalStore } from 'react';
import type { Dismissal, LicenseMemory } from '../../client/createLicenseMemory.js';
import { DAY_MS, HOUR_MS } from '../../lib/time.js';
import type { BannerState } from '../../license/warnedState.js';
import type { TimedValue } from '../../messages/createFormat.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useServerClock } from '../useServerClock.js';
import { useStateFor } from '../useStateFor.js';
import { isSnoozable } from './bannerWords.js';

const WEEK_MS = 7 * DAY_MS;

/**
 * The length of a snooze:
 * - `week`: 7 days, for the early reminder.
 * - `day`: 24 hours, until the last day.
 * - `hour`: 1 hour, on the last day.
 * - `expiry`: from the last hour until the expiry.
 */
export type Snooze = 'week' | 'day' | 'hour' | 'expiry';

/**
 * Dismisses the banner for one state and one expiry, in all tabs. Before the expiry it snoozes the banner; later it hides the details. Another state or
 * expiry shows the banner again.
 *
 * @param state `null` without a banner.
 */
export function useDismissal(memory: LicenseMemory, state: BannerState | null, expiresAt: number | null) {
  const { clock } = useLicenseContext();
  const stored = useSyncExternalStore(memory.subscribe, memory.read, () => null);
  const [undoable, setUndoable] = useStateFor<Snooze | null>(memory, () => null);
  const endUndo = useCallback(() => setUndoable(null), [setUndoable]);
  const canSnooze = isSnoozable(state);
  const longest = state === 'early' ? WEEK_MS : DAY_MS;
  const dismissal = stored?.state === state && stored.expiresAt === expiresAt ? stored.dismissal : null;
  const until = dismissal?.until ?? null;
  const isDismissed = useServerClock((now) => {
    // While the time is unknown, a snoozed banner stays hidden: a late banner is better than a flash.
    if (dismissal === null || !canSnooze || now === null) return [dismissal !== null, null];
    // Ignores an end later than the longest snooze. The hour of tolerance covers corrections of the time.
    const left = until === null ? 0 : until - now;
    return left > 0 && left <= longest + HOUR_MS ? [true, until] : [false, null];
  });
  const expiry = expiresAt ?? 0;
  const snooze = useServerClock((now): TimedValue<Snooze> => {
    if (state === 'early') return ['week', null];
    const left = now === null ? DAY_MS : expiry - now;
    if (left >= DAY_MS) return ['day', expiry - DAY_MS + 1];
    return left >= HOUR_MS ? ['hour', expiry - HOUR_MS + 1] : ['expiry', null];
  });
  const snoozeEnd = () => {
    const now = clock.now() ?? Date.now();
    return { week: now + WEEK_MS, day: now + DAY_MS, hour: now + HOUR_MS, expiry }[snooze];
  };
  const store = (next: Dismissal | null) => {
    if (state === null || expiresAt === null) return;
    memory.write({ state, expiresAt, text: memory.read()?.text ?? '', dismissal: next });
  };
  return {
    dismissal,
    isDismissed,
    snooze,
    undoable: isDismissed && canSnooze ? undoable : null,
    dismiss() {
      store({ until: canSnooze ? snoozeEnd() : null });
      setUndoable(snooze);
    },
    restore() {
      store(null);
      endUndo();
    },
    endUndo,
  };
}
