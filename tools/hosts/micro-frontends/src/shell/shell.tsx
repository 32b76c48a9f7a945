import { LicenseBanner, LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';
import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import '@alexandria-ee/license-ui/styles.css';
import { QueryClient } from '@tanstack/react-query';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from '../session.js';

const authorization = `Bearer ${session.token}`;
const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
const queryClient = new QueryClient();
const apiFetch = watchPaymentRequired(fetch, client);

function Shell() {
  const [result, setResult] = useState('');
  const list = async () => {
    const answer = await apiFetch('/api/admin/tenants', { headers: { authorization } });
    setResult(answer.ok ? 'They are listed.' : `It failed with ${answer.status}.`);
  };
  return (
    <LicenseProvider client={client} queryClient={queryClient} role={session.isAdmin ? 'admin' : 'member'} licenseHref="#audit">
      <LicenseBanner />
      <PaymentRequiredNotice />
      <h1>Gateway</h1>
      <p>
        <button type="button" onClick={() => void list()}>
          List the tenants
        </button>{' '}
        <output>{result}</output>
      </p>
    </LicenseProvider>
  );
}

const root = document.getElementById('shell');
if (root) {
  // Without a prefix, two copies of React would generate the same ids.
  createRoot(root, { identifierPrefix: 'shell-' }).render(
    <StrictMode>
      <Shell />
    </StrictMode>,
  );
}
