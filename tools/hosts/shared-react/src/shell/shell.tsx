import { LicenseBanner, LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';
import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import '@alexandria-ee/license-ui/styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from '../session.js';

const authorization = `Bearer ${session.token}`;
const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
const queryClient = new QueryClient();
const apiFetch = watchPaymentRequired(fetch, client);

// The other part is built separately. The shell knows only its URL.
const address: string = '/audit.js';
const { Audit }: { Audit: ComponentType } = await import(address);

function Tenants() {
  const [result, setResult] = useState('');
  const list = async () => {
    const answer = await apiFetch('/api/admin/tenants', { headers: { authorization } });
    setResult(answer.ok ? 'They are listed.' : `It failed with ${answer.status}.`);
  };
  return (
    <p>
      <button type="button" onClick={() => void list()}>
        List the tenants
      </button>{' '}
      <output>{result}</output>
    </p>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LicenseProvider client={client} role={session.isAdmin ? 'admin' : 'member'} licenseHref="#audit">
          <div id="shell">
            <LicenseBanner />
            <PaymentRequiredNotice />
            <h1>Gateway</h1>
            <Tenants />
          </div>
          <div id="audit">
            <Audit />
          </div>
        </LicenseProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
