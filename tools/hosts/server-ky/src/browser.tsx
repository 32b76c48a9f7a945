// Not in what the server imports as well: Node reads no CSS.
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

// React 18 gives a boundary up that is updated before it is hydrated, and says so.
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
