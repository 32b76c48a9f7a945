import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/styles.css';
import './demo.css';
import { Dashboard } from './Dashboard.js';
import { ON_MOCKS } from './demoMode.js';
import { readDemoState } from './demoState.js';
import { startMocks } from './startMocks.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

const mocks = ON_MOCKS ? await startMocks(readDemoState(location.search)) : null;
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <Dashboard mocks={mocks} />
    </QueryClientProvider>
  </StrictMode>,
);
