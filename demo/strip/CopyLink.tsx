import { useEffect, useState } from 'react';
import { DemoIcon } from '../DemoIcon.js';

const TOLD_MS = 4_000;

/** Copies the address, which says all that is shown. */
export function CopyLink() {
  const [told, setTold] = useState('');
  useEffect(() => {
    if (told === '') return undefined;
    const timer = setTimeout(setTold, TOLD_MS, '');
    return () => clearTimeout(timer);
  }, [told]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setTold('Link copied');
    } catch {
      // No clipboard on plain http, or it is not allowed.
      setTold('Copy the address above');
    }
  };
  return (
    <>
      <span className="demo-told" role="status">
        {told}
      </span>
      <button type="button" className="demo-button demo-quiet" onClick={() => void copy()}>
        <DemoIcon name="link" />
        Copy link
      </button>
    </>
  );
}
