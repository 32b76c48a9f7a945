import { useEffect, useMemo, useState } from 'react';
import { createLicenseClient, ENTITLEMENTS, watchPaymentRequired } from '../src/client.js';
import { LicenseBanner, LicenseProvider, type MessageOverrides, PaymentRequiredNotice } from '../src/index.js';
import { createApiClient } from './apiClient.js';
import { readDemoState } from './demoState.js';
import { demoSearch } from './demoState.js';
import { SyncUrlToSimulation } from './SyncUrlToSimulation.js';
import { DemoPage } from './pages/DemoPage.js';
import { createRequestLog } from './requestLog.js';
import { Shell } from './Shell.js';
import type { Mocks } from './startMocks.js';
import { shellWords } from './shellWords.js';
import { ControlStrip } from './strip/ControlStrip.js';
import { tabStorage } from './tabIdentity.js';
import { type ChangeDemo, useDemoState } from './useDemoState.js';
import { useDocument } from './useDocument.js';

const NO_MESSAGES: MessageOverrides = {};
// An empty text removes a sentence.
const NO_STOPS: MessageOverrides = {
  banner: { signOn: '' },
  panel: { stops: Object.fromEntries(ENTITLEMENTS.map((id) => [id, ''])) },
};

/** A small Alexandria dashboard: the banner on top, the panel as its license page, and the demo controls beside it. */
export function Dashboard({ mocks }: { readonly mocks: Mocks | null }) {
  const [state, change] = useDemoState();
  const [log] = useState(createRequestLog);
  const { role, lang, controls } = state;
  const dir = useDocument(state);
  useFollowedLinks(change);

  const token = mocks?.tokens[role];
  const authorization = useMemo(() => (token === undefined ? null : `Bearer ${token}`), [token]);
  const fetch = useMemo(() => log.watch(mocks?.fetch ?? ((...request) => globalThis.fetch(...request))), [log, mocks]);
  const client = useMemo(
    () =>
      createLicenseClient({
        baseUrl: '',
        fetch,
        authorization: () => authorization,
        scope: mocks ? `demo-${role}-${mocks.tab}` : `demo-${role}`,
        ...(mocks ? { storage: readDemoState(location.search).cold ? null : tabStorage() } : {}),
      }),
    [role, authorization, fetch, mocks],
  );
  const api = useMemo(() => createApiClient(watchPaymentRequired(fetch, client), authorization), [client, fetch, authorization]);
  const hrefOf = (page: string) => demoSearch({ ...state, page });

  return (
    <LicenseProvider
      client={client}
      role={role}
      licenseHref={hrefOf('license')}
      contactHref="licenses@alexandria.example"
      locale={localeOf(lang)}
      messages={state.stops === 'hidden' ? NO_STOPS : NO_MESSAGES}
      {...(state.remind === 'off' ? {} : { remindDaysBefore: Number(state.remind) })}
    >
      <div className="demo" dir="ltr" data-controls={controls}>
        <div className="demo-stage" dir={dir}>
          <a className="demo-skip" href="#content">
            {shellWords[lang]['skip']}
          </a>
          <LicenseBanner />
          <Shell state={state} hrefOf={hrefOf}>
            <DemoPage page={state.page} api={api} />
          </Shell>
          <PaymentRequiredNotice />
        </div>
        {controls !== 'none' && <ControlStrip {...{ state, change, mocks, api, log }} />}
      </div>
      {mocks && <SyncUrlToSimulation client={client} world={mocks.world} state={state} change={change} />}
    </LicenseProvider>
  );
}

// Follows links within the demo without reloading the page, including those in the banner and the notices.
function useFollowedLinks(change: ChangeDemo): void {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a');
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (link.origin !== location.origin || link.pathname !== location.pathname || link.target !== '') return;
      // Only renewal links and the skip link have a hash. Leave the skip link to the browser.
      if (link.hash !== '' && link.dataset['licenseRenews'] === undefined) return;
      event.preventDefault();
      change(readDemoState(link.search));
      if (link.hash === '') window.scrollTo(0, 0);
      else history.replaceState(null, '', `${location.search}${link.hash}`);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [change]);
}

// For English, keep the browser's own variant and its order of day and month.
function localeOf(lang: string): string {
  return lang === 'en' && navigator.language.startsWith('en') ? navigator.language : lang;
}
