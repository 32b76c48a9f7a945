import { useEffect, useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';

const EXAMINE_EVERY_MS = 10_000;

/**
 * Looks at the clocks of this machine: after a sleep, or when somebody has set them, the license is checked at once.
 * Gives the time zone, which can change while a page is open.
 */
export function useWatchedClocks(client: LicenseClient, polls: boolean): string {
  const [zone, setZone] = useState(timeZone);
  useEffect(() => {
    let known = client.clock.suspended();
    const examine = () => {
      setZone(timeZone());
      const suspended = client.clock.suspended();
      if (polls && suspended && !known) {
        client.clock.publish();
        client.requestCheck();
      }
      known = suspended;
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

function timeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
