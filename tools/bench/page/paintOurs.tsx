import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createLicenseClient } from '../../../src/client.js';
import { LicenseBanner, LicenseProvider } from '../../../src/index.js';
import { waste } from '../waste.js';

const client = createLicenseClient({ baseUrl: '', scope: 'bench' });
if (location.search === '?slowed') waste(100);
const element = document.body.appendChild(document.createElement('div'));
createRoot(element).render(
  <QueryClientProvider client={new QueryClient()}>
    <LicenseProvider client={client} role="admin" licenseHref="/license">
      <LicenseBanner />
    </LicenseProvider>
    <h1>Dashboard</h1>
  </QueryClientProvider>,
);
