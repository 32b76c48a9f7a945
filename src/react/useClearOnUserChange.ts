import { useEffect, useRef } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';

/** Drops the license of the former user after a sign-out, or if the scope of the client changes. */
export function useClearOnUserChange(client: LicenseClient): void {
  const before = useRef(client);
  useEffect(() => {
    if (before.current.scope !== client.scope) before.current.forget();
    before.current = client;
  }, [client]);
}
