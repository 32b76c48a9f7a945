import { useMemo } from 'react';
import type { MessageOverrides } from '../messages/Messages.js';
import { useLicenseContext } from './provider/LicenseContext.js';

/** One group of messages: the English ones, with the host's own in front, one level of nesting deep. */
export function useWords<T extends object>(group: keyof MessageOverrides, english: T): T {
  const own: object | undefined = useLicenseContext().messages[group];
  return useMemo(() => (own ? merge(english, own) : english), [english, own]);
}

function merge<T extends object>(english: T, own: object): T;
function merge(english: object, own: object): object {
  const given: Record<string, unknown> = { ...own };
  const merged = Object.entries(english).map(([key, words]) => {
    const mine = given[key];
    return [key, typeof words === 'object' ? { ...words, ...Object(mine) } : (mine ?? words)];
  });
  return Object.fromEntries(merged);
}
