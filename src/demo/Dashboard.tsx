import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createLicenseClient, watchPaymentRequired } from '../client.js';
import { LicenseBanner, LicenseProvider, PaymentRequiredNotice } from '../index.js';
import { type ApiClient, createApiClient } from './apiClient.js';
import { ControlStrip } from './ControlStrip.js';
import { type DemoState, demoSearch, readDemoState } from './demoState.js';
import { FEATURES } from './features.js';
import { AuditPage, ChatPage, FeaturePage, LicensePage, OverviewPage } from './pages.js';
import type { Mocks } from './startMocks.js';

type Place = { readonly page: string; readonly title: string; readonly render: (api: ApiClient) => ReactNode };

const PLACES: readonly Place[] = [
  { page: 'overview', title: 'Overview', render: (api) => <OverviewPage api={api} /> },
  { page: 'chat', title: 'Chat', render: (api) => <ChatPage api={api} /> },
  ...FEATURES.map((feature) => ({
    ...feature,
    render: (api: ApiClient) => <FeaturePage key={feature.page} api={api} feature={feature} />,
  })),
  { page: 'audit', title: 'Audit log', render: (api) => <AuditPage api={api} /> },
  { page: 'license', title: 'License', render: () => <LicensePage /> },
];

/** A small Alexandria dashboard: the banner on top, the panel as its license page, and the demo's controls. */
export function Dashboard({ mocks }: { readonly mocks: Mocks | null }) {
  const [state, setState] = useState(() => readDemoState(location.search));
  const { role, theme } = state;
  const token = mocks?.tokens[role];
  const authorization = useMemo(() => (token === undefined ? null : `Bearer ${token}`), [token]);
  const client = useMemo(
    () => createLicenseClient({ baseUrl: '', scope: `demo-${role}`, authorization: () => authorization }),
    [role, authorization],
  );
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    const back = () => setState(readDemoState(location.search));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);

  const change = (part: Partial<DemoState>, how: 'push' | 'replace' = 'replace') => {
    const next = { ...state, ...part };
    history[`${how}State`](null, '', demoSearch(next));
    setState(next);
  };
  // Links of the page's own, the banner's among them, change the page without loading it again.
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a');
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      if (link.origin !== location.origin || link.pathname !== location.pathname) return;
      event.preventDefault();
      change({ page: readDemoState(link.search).page }, 'push');
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  });
  const hrefOf = (page: string) => demoSearch({ ...state, page });
  const api = useMemo(
    () =>
      createApiClient(
        watchPaymentRequired((...request) => globalThis.fetch(...request), client),
        authorization,
      ),
    [client, authorization],
  );
  const place = PLACES.find(({ page }) => page === state.page);

  return (
    <LicenseProvider client={client} role={role} licenseHref={hrefOf('license')}>
      <div className="demo">
        <LicenseBanner />
        <div className="demo-shell">
          <nav className="demo-nav" aria-label="Dashboard">
            <p className="demo-brand">Alexandria</p>
            <ul>
              {PLACES.map(({ page, title }) => (
                <li key={page}>
                  <a href={hrefOf(page)} aria-current={page === state.page ? 'page' : undefined}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <main className="demo-main">
            <h1>{place?.title}</h1>
            {place?.render(api)}
          </main>
        </div>
        <PaymentRequiredNotice />
        <ControlStrip state={state} change={change} alexandria={mocks?.alexandria ?? null} />
      </div>
    </LicenseProvider>
  );
}
