import { useEffect, useState } from 'react';
import { DemoIcon } from '../DemoIcon.js';

const MESSAGE_MS = 4_000;

/** Copies the URL, which holds the whole state of the demo. */
export function CopyLink() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (message === '') return undefined;
    const timer = setTimeout(setMessage, MESSAGE_MS, '');
    return () => clearTimeout(timer);
  }, [message]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setMessage('Link copied');
    } catch {
      // No clipboard on plain http, or without permission.
      setMessage('Copying failed');
    }
  };
  return (
    <>
      <span className="demo-told" role="status">
        {message}
      </span>
      <button type="button" className="demo-button demo-quiet" onClick={() => void copy()}>
        <DemoIcon name="link" />
        Copy link
      </button>
    </>
  );
}
