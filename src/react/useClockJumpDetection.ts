import { useEffect, useState } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';

const EXAMINE_EVERY_MS = 10_000;

/**
 * Looks at the clocks of this machine: after a sleep, or when somebody has set them, the license is checked at once.
 * Gives what tells the time zone from others, since it can change while a page is open.
 */
export function useClockJumpDetection(client: LicenseClient, polls: boolean): string {
  const [zone, setZone] = useState(zoneMark);
  useEffect(() => {
    // Once for each answer: what was asked for and failed is tried again by ordinary polling.
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

// What it is called only `Intl` knows, whose first use would keep the page waiting.
function zoneMark(): string {
  return Array.from({ length: 12 }, (_, month) => new Date(2_026, month, 15).getTimezoneOffset()).join();
}
