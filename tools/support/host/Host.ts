import type { QueryClient } from '@tanstack/react-query';
import type { LicenseClient } from '../../../src/client.js';

/** How the dashboard of a test is embedded; it is read from `window.hostOptions` once. */
export type HostOptions = {
  readonly token?: string;
  readonly scope?: string;
  readonly role?: 'admin' | 'member';
  readonly locale?: string;
  readonly licenseHref?: string;
  readonly contactHref?: string;
  readonly names?: Readonly<Record<string, string>>;
  /** What its gate needs. */
  readonly entitlement?: string;
  readonly storage?: 'throws';
  /** Whether it knows the public key. Default: `true`. */
  readonly trusts?: boolean;
};

/** What a test drives of the dashboard, as `window.host`. */
export type Host = {
  readonly client: LicenseClient;
  readonly queryClient: QueryClient;
  /** Has the license read at once. */
  check(): Promise<void>;
  /** Sends a request of the dashboard's own, as the admin; resolves to its status. */
  ask(path: string): Promise<number>;
  /** What fails by itself from now on: its fetch, its callback for the token, or the token as a header. */
  setTrouble(trouble: 'none' | 'fetch' | 'authorization' | 'header'): void;
  /** A check whose failure nobody handles. */
  neglect(): void;
  /** A check whose failure is thrown within a render, below an error boundary. */
  crash(): Promise<void>;
  unmount(): void;
  mount(): void;
};
