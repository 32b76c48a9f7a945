import { useEffect, useState } from 'react';

/** Returns true once the page was visible. A page that opens in the background sends no request. */
export function useWasShown(): boolean {
  const [wasShown, setWasShown] = useState(isShown);
  useEffect(() => {
    if (wasShown) return undefined;
    const look = () => setWasShown(isShown());
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [wasShown]);
  return wasShown;
}

function isShown(): boolean {
  return typeof document === 'undefined' || document.visibilityState !== 'hidden';
}
