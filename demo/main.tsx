import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../src/styles/styles.css';
import './demo.css';
import { Dashboard } from './Dashboard.js';
import { ON_MOCKS } from './demoMode.js';
import { readDemoState } from './demoState.js';
import { NoMocks } from './NoMocks.js';
import { startMocks } from './startMocks.js';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no element with the id "root".');
const root = createRoot(element);

if (ON_MOCKS && !isSecureContext) {
  root.render(<NoMocks />);
} else {
  const mocks = ON_MOCKS ? await startMocks(readDemoState(location.search)) : null;
  root.render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <Dashboard mocks={mocks} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
