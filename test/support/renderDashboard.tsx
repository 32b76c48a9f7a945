import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type HttpHandler, http } from 'msw';
import { setupWorker } from 'msw/browser';
import { StrictMode } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { render } from 'vitest-browser-react';
import { handlers } from '../../mocks/handlers.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { type AlexandriaOptions, startAlexandria } from '../../mocks/startAlexandria.js';
import { createLicenseClient, type LicenseClient, type LicenseStorage, watchPaymentRequired } from '../../src/client.js';
import { LicenseBanner, LicensePanel, LicenseProvider, type LicenseProviderProps, PaymentRequiredNotice } from '../../src/index.js';
import '../../src/styles/styles.css';

const worker = setupWorker();

/** Starts MSW's real service worker for the tests of a file. `requests()` returns the number of license requests in the current test. */
export function withWorker(): { requests: () => number } {
  let requests = 0;
  beforeAll(async () => {
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
    worker.events.on('request:start', ({ request }) => {
      if (request.url.endsWith('/admin/license')) requests += 1;
    });
  });
  beforeEach(() => {
    requests = 0;
    localStorage.clear();
  });
  afterEach(() => worker.resetHandlers());
  afterAll(() => worker.stop());
  return { requests: () => requests };
}

type Setup = AlexandriaOptions &
  Partial<Omit<LicenseProviderProps, 'client'>> & {
    readonly session?: 'admin' | 'member';
    /** Response of the license route. Default: the response of the mock. */
    readonly answer?: () => Response | Promise<Response>;
    readonly storage?: LicenseStorage | null;
    /** The element to render into. Default: a new one in the body. */
    readonly container?: HTMLElement;
  };

/** Renders a dashboard with banner, panel and notices on a mock API. */
export async function renderDashboard({ session = 'admin', children, role = 'admin', answer, storage, container, ...setup }: Setup = {}) {
  const alexandria = await startAlexandria(setup);
  worker.use(...handlers(alexandria));
  if (answer) answerLicense(answer);
  const token = await mintSessionToken(session);
  const client = createLicenseClient({
    baseUrl: '',
    scope: 'ada',
    authorization: () => `Bearer ${token}`,
    timeoutMs: 2_000,
    ...(storage === undefined ? {} : { storage }),
  });
  const queries = new QueryClient();
  const watched = watchPaymentRequired((...request) => globalThis.fetch(...request), client);
  const ask = (path: string, init?: RequestInit) =>
    watched(path, { ...init, headers: { authorization: `Bearer ${token}`, ...init?.headers } });
  const app = (user: LicenseClient | null) => (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LicenseProvider client={user} role={role} locale="en-GB" {...setup}>
          {children ?? (
            <>
              <LicenseBanner />
              <LicensePanel />
              <PaymentRequiredNotice />
            </>
          )}
        </LicenseProvider>
      </QueryClientProvider>
    </StrictMode>
  );
  const screen = await render(app(client), container ? { container } : {});
  return { screen, alexandria, client, queries, ask, signOut: () => screen.rerender(app(null)) };
}

/** Adds handlers that take precedence until the end of the test. */
export function answerFirst(...first: readonly HttpHandler[]): void {
  worker.use(...first);
}

/** Returns the notices on the page, each as its entitlement and reason. */
export function notices(): string[] {
  const found = document.querySelectorAll<HTMLElement>('[data-license-part="notice"]');
  return Array.from(found, ({ dataset }) => `${dataset['entitlement'] ?? 'something'} ${dataset['licenseReason']}`);
}

/** Replaces the response of the license route until the end of the test. */
export function answerLicense(answer: () => Response | Promise<Response>): void {
  const override: HttpHandler = http.get('*/admin/license', answer);
  worker.use(override);
}

/** Returns the data in a query cache as JSON. */
export function cached(queries: QueryClient): string {
  const states = queries.getQueryCache().getAll();
  // Copied, because the `toJSON` of a snapshot omits it.
  return JSON.stringify(states.map(({ state: { data } }) => ({ ...Object(data) })));
}

/** Returns the root element of a part, or null if the part is not rendered. */
export function part(name: 'banner' | 'panel' | 'notices'): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-license-part="${name}"]`);
}

/** Makes the tenants route succeed, whatever the license includes. */
export function letTenantsWork(): void {
  worker.use(http.all('*/admin/tenants', () => Response.json({ items: [] })));
}

/** Makes the tenants route return a 402 with this body. */
export function refuseTenants(body: string): void {
  worker.use(http.all('*/admin/tenants', () => new Response(body, { status: 402 })));
}
