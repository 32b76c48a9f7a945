import { type ReactNode, useEffect, useRef } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { warnOnce } from '../../client/warnOnce.js';
import { developmentWarnings, type Misuse } from './developmentWarnings.js';
import { onMissingStyles } from './onMissingStyles.js';

type DiagnosticsProps = {
  /** Why the provider does nothing; `null` if it works. */
  readonly misuse: Misuse | null;
  /** `null` while no user is signed in. */
  readonly client: LicenseClient | null;
};

const mounted = new WeakMap<LicenseClient, number>();

/** Warns on the console how the package is embedded wrongly, and how to fix it. Only for development. Renders nothing. */
export function Diagnostics({ misuse, client }: DiagnosticsProps): ReactNode {
  useEffect(() => {
    if (misuse !== null) warnOnce(...developmentWarnings[misuse]);
  }, [misuse]);
  useEffect(() => {
    if (client === null) return undefined;
    const others = mounted.get(client) ?? 0;
    mounted.set(client, others + 1);
    if (others > 0) warnOnce(...developmentWarnings['two-providers']);
    return () => {
      mounted.set(client, (mounted.get(client) ?? 1) - 1);
    };
  }, [client]);
  useNewClients(client);
  useEffect(() => onMissingStyles(() => warnOnce(...developmentWarnings['no-styles'])), []);
  return null;
}

const MAX_NEW_CLIENTS = 3;
const WITHIN_MS = 5_000;

// A user who signs in again gets a new client, but not several times within seconds.
function useNewClients(client: LicenseClient | null): void {
  const changes = useRef<readonly number[]>([]);
  const before = useRef(client);
  useEffect(() => {
    const last = before.current;
    before.current = client;
    if (last === client || last === null || client === null || last.scope !== client.scope || last.baseUrl !== client.baseUrl) return;
    const now = performance.now();
    changes.current = [...changes.current.filter((at) => now - at < WITHIN_MS), now];
    if (changes.current.length >= MAX_NEW_CLIENTS) warnOnce(...developmentWarnings['new-clients']);
  }, [client]);
}
