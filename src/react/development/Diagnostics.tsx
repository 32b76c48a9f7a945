import { type ReactNode, useEffect } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { LicenseError } from '../../license/LicenseError.js';
import { troubleshootingHint } from './troubleshootingHint.js';
import { onMissingStyles } from './onMissingStyles.js';
import { developmentWarnings, type Misuse, warnOnce } from './warnOnce.js';

type DiagnosticsProps = {
  /** What keeps the provider from working at all; `null` for nothing. */
  readonly misuse: Misuse | null;
  /** `null` while no user is signed in. */
  readonly client: LicenseClient | null;
  /** The last failed check; `null` for none. */
  readonly error: LicenseError | null;
  /** Whether the license was read at least once: then it is embedded rightly, and what fails fails in daily use. */
  readonly read: boolean;
};

const mounted = new WeakMap<LicenseClient, number>();

/** In development: says on the console what is wrong with how the package is embedded, and how it is mended. Renders nothing. */
export function Diagnostics({ misuse, client, error, read }: DiagnosticsProps): ReactNode {
  useEffect(() => {
    if (misuse !== null) warnOnce(...developmentWarnings[misuse]);
  }, [misuse]);
  useEffect(() => {
    if (misuse !== null || client === null) return undefined;
    const others = mounted.get(client) ?? 0;
    mounted.set(client, others + 1);
    if (others > 0) warnOnce(...developmentWarnings['two-providers']);
    return () => {
      mounted.set(client, (mounted.get(client) ?? 1) - 1);
    };
  }, [misuse, client]);
  useEffect(() => {
    const cause = error === null || read || client === null ? null : troubleshootingHint(error, client.baseUrl, location.origin);
    if (error !== null && cause !== null) warnOnce(error.code, cause);
  }, [client, error, read]);
  useEffect(() => onMissingStyles(() => warnOnce(...developmentWarnings['no-styles'])), []);
  return null;
}
