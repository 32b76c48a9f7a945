import { useState } from 'react';
import { earlyReminderAt, type Reminder } from '../license/earlyReminder.js';
import { isWarnedState } from '../license/warnedState.js';
import type { TimedValue } from '../messages/createFormat.js';
import { useLicenseContext } from './LicenseContext.js';
import { useServerClock } from './useServerClock.js';

/** Returns whether an admin should think of the renewal. Changes on time, without a poll. */
export function useReminder(): Reminder {
  const { state, license, reminderDays } = useLicenseContext();
  const beginsAt = earlyReminderAt(license, reminderDays);
  const hasBegun = useServerClock((now): TimedValue<boolean | null> => {
    if (beginsAt === null) return [false, null];
    return now === null ? [null, null] : [now >= beginsAt, beginsAt];
  });
  // While the time is unknown, the last answer stays, as the state does.
  const [lastBegun, setLastBegun] = useState(false);
  if (hasBegun !== null && hasBegun !== lastBegun) setLastBegun(hasBegun);
  if (isWarnedState(state)) return 'due';
  return state === 'active' && (hasBegun ?? lastBegun) ? 'early' : 'none';
}
