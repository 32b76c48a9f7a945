import { useEffect, useState } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';

const EXAMINE_EVERY_MS = 10_000;

/**
 * Requests a check after a sleep or a change of the clock. Returns a text that changes with the time zone.
 */
export function useClockJumpDetection(client: LicenseClient, polls: boolean): string {
  const [zone, setZone] = useState(zoneMark);
  useEffect(() => {
    // Once per response: if this check fails, ordinary polling retries.
    let asked = -1;
    const examine = () => {
      setZone(zoneMark());
      const answers = client.clock.answers();
      if (!polls || asked === answers || !client.clock.suspended()) return;
      asked = answers;
      client.clock.publish();
      client.suggestCheck();
    };
    const timer = setInterval(examine, EXAMINE_EVERY_MS);
    document.addEventListener('visibilitychange', examine);
    window.addEventListener('focus', examine);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', examine);
      window.removeEventListener('focus', examine);
    };
  }, [client, polls]);
  return zone;
}

// The offsets of twelve months stand for the zone, because the first use of `Intl` would delay the first paint.
function zoneMark(): string {
  return Array.from({ length: 12 }, (_, month) => new Date(2_026, month, 15).getTimezoneOffset()).join();
}
