// Imported only in the browser, because Node cannot import CSS.
import '@alexandria-ee/license-ui/styles.css';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createApi } from './createApi.js';
import { Dashboard } from './Dashboard.js';
import { Page } from './Page.js';
import type { Session } from './session.js';

declare global {
  interface Window {
    readonly session: Session;
  }
}

// Loads the lazy module first. React 18 abandons a boundary that updates before it is hydrated, and logs an error.
await import('./Models.js');
const api = createApi(window.session);
hydrateRoot(
  document,
  <StrictMode>
    <Page>
      <Dashboard {...api} />
    </Page>
  </StrictMode>,
);
