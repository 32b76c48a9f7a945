import { useMemo } from 'react';
import type { MessageOverrides } from '../messages/Messages.js';
import { useLicenseContext } from './provider/LicenseContext.js';

/** One group of messages: the English ones, with the host's own in front. */
export function useWords<T extends object>(group: keyof MessageOverrides, english: T): T {
  const overrides = useLicenseContext().messages[group];
  return useMemo(() => ({ ...english, ...overrides }), [english, overrides]);
}
