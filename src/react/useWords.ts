import { useMemo } from 'react';
import { isRecord } from '../lib/guards.js';
import type { Language } from '../messages/Messages.js';
import { useLicenseContext } from './LicenseContext.js';

/** Returns a group of messages, with the app's overrides. The caller passes the English ones, so that no other bundle contains them. */
export function useWords<Group extends keyof Language>(group: Group, english: Language[Group]): Language[Group] {
  const { words, messages } = useLicenseContext();
  return useMerged(words?.[group] ?? english, messages[group]);
}

/** Merges the app's overrides into messages. */
export function useMerged<T extends object>(words: T, own: object | undefined): T {
  return useMemo(() => (own ? merge(words, own) : words), [words, own]);
}

function merge<T extends object>(words: T, own: object): T;
function merge(words: object, own: object): object {
  const merged: Record<string, unknown> = { ...words };
  for (const [key, mine] of Object.entries(own)) {
    const theirs = merged[key];
    merged[key] = isRecord(theirs) && isRecord(mine) ? merge(theirs, mine) : (mine ?? theirs);
  }
  return merged;
}
