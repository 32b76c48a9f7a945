import { useState } from 'react';
import { earlyReminderAt, type Reminder } from '../license/earlyReminder.js';
import { isWarnedState } from '../license/warnedState.js';
import type { TimedValue } from '../messages/createFormat.js';
import { useLicenseContext } from './LicenseContext.js';
import { useServerClock } from './useServerClock.js';

/** Returns the current reminder. Changes on time, without a request. */
export function useReminder(): Reminder {
  const { state, license, reminderDays } = useLicenseContext();
  const beginsAt = earlyReminderAt(license, reminderDays);
  const hasBegun = useServerClock((now): TimedValue<boolean | null> => {
    if (beginsAt === null) return [false, null];
    return now === null ? [null, null] : [now >= beginsAt, beginsAt];
  });
  // Keeps the last value while the time is unknown, like the license state.
  const [lastBegun, setLastBegun] = useState(false);
  if (hasBegun !== null && hasBegun !== lastBegun) setLastBegun(hasBegun);
  if (isWarnedState(state)) return 'due';
  return state === 'active' && (hasBegun ?? lastBegun) ? 'early' : 'none';
}
