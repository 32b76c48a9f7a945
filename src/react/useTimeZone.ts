import { useEffect, useState } from 'react';

/** Returns a text that changes with the time zone of the machine. Looks again when the page becomes visible or gets the focus. */
export function useTimeZone(): string {
  const [zone, setZone] = useState(offsets);
  useEffect(() => {
    const look = () => setZone(offsets());
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, []);
  return zone;
}

// The offsets of twelve months stand for the zone, because the first use of `Intl` would delay the first paint.
function offsets(): string {
  return Array.from({ length: 12 }, (_, month) => new Date(2_026, month, 15).getTimezoneOffset()).join();
}
