import { useEffect, useState } from 'react';

/** Whether the page has been shown: one that is opened behind another has nobody to ask for yet. */
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
