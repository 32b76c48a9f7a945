import { type MouseEvent, useEffect, useMemo, useState } from 'react';
import { createLicenseClient } from '../client.js';
import { LicenseBanner, LicenseProvider } from '../index.js';
import { ControlStrip } from './ControlStrip.js';
import { type DemoState, demoSearch, readDemoState } from './demoState.js';
import { AuditPage, LicensePage, OverviewPage } from './pages.js';
import type { Mocks } from './startMocks.js';

const PAGES = {
  overview: { title: 'Overview', Page: OverviewPage },
  audit: { title: 'Audit log', Page: AuditPage },
  license: { title: 'License', Page: LicensePage },
} as const;

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
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    change({ page: readDemoState(link.search).page }, 'push');
  };
  const hrefOf = (page: DemoState['page']) => demoSearch({ ...state, page });
  const { title, Page } = PAGES[state.page];

  return (
    <LicenseProvider client={client} role={role} licenseHref={hrefOf('license')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches the links inside, which are operable by themselves. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click. */}
      <div className="demo" onClick={follow}>
        <LicenseBanner />
        <div className="demo-shell">
          <nav className="demo-nav" aria-label="Dashboard">
            <p className="demo-brand">Alexandria</p>
            <ul>
              {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => (
                <li key={page}>
                  <a href={hrefOf(page)} aria-current={page === state.page ? 'page' : undefined}>
                    {PAGES[page].title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <main className="demo-main">
            <h1>{title}</h1>
            <Page authorization={authorization} />
          </main>
        </div>
        <ControlStrip state={state} change={change} alexandria={mocks?.alexandria ?? null} />
      </div>
    </LicenseProvider>
  );
}
