import type { QueryClient } from '@tanstack/react-query';
import type { LicenseClient } from '../../../src/client.js';

/** Options of the test dashboard. It reads them once from `window.hostOptions`. */
export type HostOptions = {
  readonly token?: string;
  readonly scope?: string;
  readonly role?: 'admin' | 'member';
  readonly locale?: string;
  readonly licenseHref?: string;
  readonly contactHref?: string;
  readonly names?: Readonly<Record<string, string>>;
  /** The entitlement of its gate. */
  readonly entitlement?: string;
  readonly storage?: 'throws';
  /** Whether it trusts the demo's public key. Default: `true`. */
  readonly trusts?: boolean;
};

/** The functions of the dashboard that a test calls, as `window.host`. */
export type Host = {
  readonly client: LicenseClient;
  readonly queryClient: QueryClient;
  /** Fetches the license at once. */
  check(): Promise<void>;
  /** Sends one of the dashboard's own requests as the admin. Resolves to its status. */
  ask(path: string): Promise<number>;
  /** Makes the dashboard's fetch, its token callback, or the token as a header fail from now on. */
  setTrouble(trouble: 'none' | 'fetch' | 'authorization' | 'header'): void;
  /** Starts a check without handling its failure. */
  neglect(): void;
  /** Starts a check, and throws its failure while rendering below an error boundary. */
  crash(): Promise<void>;
  unmount(): void;
  mount(): void;
};
