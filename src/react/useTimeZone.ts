import { useEffect, useState } from 'react';

/** Returns a string that changes with the machine's time zone. Updates when the page becomes visible or focused. */
export function useTimeZone(): string {
  const [zone, setZone] = useState(utcOffsets);
  useEffect(() => {
    const update = () => setZone(utcOffsets());
    document.addEventListener('visibilitychange', update);
    window.addEventListener('focus', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
      window.removeEventListener('focus', update);
    };
  }, []);
  return zone;
}

// Compares the UTC offsets of twelve months, because the first use of `Intl` would delay the first paint.
function utcOffsets(): string {
  return Array.from({ length: 12 }, (_, month) => new Date(2_026, month, 15).getTimezoneOffset()).join();
}
