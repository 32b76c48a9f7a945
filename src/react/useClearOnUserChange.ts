import { useEffect, useRef } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';

/** When another person is signed in, drops what the browser knows of the license on behalf of the one before. */
export function useClearOnUserChange(client: LicenseClient): void {
  const before = useRef(client);
  useEffect(() => {
    if (before.current.scope !== client.scope) before.current.forget();
    before.current = client;
  }, [client]);
}
