import { type ReactNode, useEffect, useRef } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { warnOnce } from '../../client/warnOnce.js';
import { validReminderDays } from '../../license/earlyReminder.js';
import { developmentWarnings, type Misuse } from './developmentWarnings.js';
import { onMissingStyles } from './onMissingStyles.js';

type DiagnosticsProps = {
  /** The mistake that disables the provider; `null` if there is none. */
  readonly misuse: Misuse | null;
  /** `null` while no user is signed in. */
  readonly client: LicenseClient | null;
  readonly remindDaysBefore: number | undefined;
};

const providerCounts = new WeakMap<LicenseClient, number>();

/** Logs mistakes in the setup, and how to fix them. Used only in development. Renders nothing. */
export function Diagnostics({ misuse, client, remindDaysBefore }: DiagnosticsProps): ReactNode {
  useEffect(() => {
    if (misuse !== null) warnOnce(...developmentWarnings[misuse]);
  }, [misuse]);
  useEffect(() => {
    const isInvalid = remindDaysBefore !== undefined && validReminderDays(remindDaysBefore) === null;
    if (isInvalid) warnOnce(...developmentWarnings['invalid-remind-days']);
  }, [remindDaysBefore]);
  useEffect(() => {
    if (client === null) return undefined;
    const others = providerCounts.get(client) ?? 0;
    providerCounts.set(client, others + 1);
    if (others > 0) warnOnce(...developmentWarnings['two-providers']);
    return () => {
      providerCounts.set(client, (providerCounts.get(client) ?? 1) - 1);
    };
  }, [client]);
  useWarnAboutNewClients(client);
  useEffect(() => onMissingStyles(() => warnOnce(...developmentWarnings['no-styles'])), []);
  return null;
}

const MAX_NEW_CLIENTS = 3;
const NEW_CLIENTS_WITHIN_MS = 5_000;

// A new sign-in also creates a new client, but not three within 5 seconds.
function useWarnAboutNewClients(client: LicenseClient | null): void {
  const changeTimes = useRef<readonly number[]>([]);
  const previous = useRef(client);
  useEffect(() => {
    const last = previous.current;
    previous.current = client;
    const isReplaced =
      last !== null && client !== null && last !== client && last.scope === client.scope && last.baseUrl === client.baseUrl;
    if (!isReplaced) return;
    const now = performance.now();
    changeTimes.current = [...changeTimes.current.filter((at) => now - at < NEW_CLIENTS_WITHIN_MS), now];
    if (changeTimes.current.length >= MAX_NEW_CLIENTS) warnOnce(...developmentWarnings['new-clients']);
  }, [client]);
}
