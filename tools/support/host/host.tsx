import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Component, type ErrorInfo, type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { demoPublicKey } from '../../../mocks/demoKey.js';
import { createLicenseClient, licenseQueryOptions, watchPaymentRequired } from '../../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '../../../src/index.js';
import '../../../src/styles/styles.css';
import type { Host, HostOptions } from './Host.js';

// A dashboard that holds the admin's token itself, as most do. Tests drive it through `window.host`.

const options: HostOptions = Reflect.get(window, 'hostOptions') ?? {};
Reflect.deleteProperty(window, 'hostOptions');
const { token = '', licenseHref = '/', contactHref, locale = 'en', names, scope = 'ada', entitlement = 'vault', role = 'admin' } = options;

// Like the fetch and callbacks of real host apps, these throw errors that contain the whole request.
let trouble: Parameters<Host['setTrouble']>[0] = 'none';
const fetch: typeof globalThis.fetch = async (input, init) => {
  if (trouble !== 'fetch') return globalThis.fetch(input, init);
  const headers = Object.fromEntries(new Headers(init?.headers));
  throw Object.assign(new Error(`The request failed: ${JSON.stringify(headers)}`, { cause: { headers } }), { headers });
};
const authorization = (): string => {
  if (trouble === 'authorization') throw new Error(`The session of ${token} is over.`);
  return trouble === 'header' ? `Bearer ${token}\n€` : `Bearer ${token}`;
};
const broken = (): never => {
  throw new DOMException('There is no storage.', 'QuotaExceededError');
};

const client = createLicenseClient({
  baseUrl: '',
  scope,
  fetch,
  authorization,
  timeoutMs: 500,
  ...(options.storage === 'throws' ? { storage: { getItem: broken, setItem: broken, removeItem: broken } } : {}),
});
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const watched = watchPaymentRequired(fetch, client);
let crash: (error: unknown) => void = () => undefined;

class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('The boundary caught', error, info);
  }
  override render() {
    return this.state.failed ? <p role="alert">This part of the page has failed.</p> : this.props.children;
  }
}

function Crashing(): ReactNode {
  const [error, setError] = useState<{ readonly reason: unknown } | null>(null);
  crash = (reason) => setError({ reason });
  if (error !== null) throw error.reason;
  return null;
}

function Dashboard(): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <LicenseProvider
        client={client}
        role={role}
        licenseHref={licenseHref}
        locale={locale}
        {...(contactHref === undefined ? {} : { contactHref })}
      >
        <LicenseBanner />
        <header>
          <h1>Dashboard</h1>
          <button type="button" onClick={() => document.body.setAttribute('data-clicked', 'true')}>
            The host’s own button
          </button>
        </header>
        <EntitlementGate entitlement={entitlement}>
          <p>The feature behind the gate.</p>
        </EntitlementGate>
        <LicensePanel
          renewal={{
            ...(options.trusts === false ? {} : { trustedKeys: [demoPublicKey] }),
            ...(names === undefined ? {} : { names }),
          }}
        />
        <PaymentRequiredNotice />
        <Boundary>
          <Crashing />
        </Boundary>
      </LicenseProvider>
    </QueryClientProvider>
  );
}

const fetchLicense = () => queryClient.fetchQuery({ ...licenseQueryOptions(client), staleTime: 0 });

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no element with the id "root".');
let root = createRoot(element);
root.render(<Dashboard />);

const host: Host = {
  client,
  queryClient,
  async check() {
    // Clears an earlier 401, 403 or 429.
    client.internals.checks.error = null;
    await client.refresh();
  },
  ask: async (path) => (await watched(path, { headers: { authorization: authorization() } })).status,
  setTrouble: (next) => {
    trouble = next;
  },
  neglect: () => void fetchLicense(),
  crash: () => fetchLicense().then(() => undefined, crash),
  unmount: () => root.unmount(),
  mount: () => {
    root = createRoot(element);
    root.render(<Dashboard />);
  },
};
Object.assign(window, { host });
