import { EntitlementGate, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';
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

function Audit() {
  const [result, setResult] = useState('');
  const run = async () => {
    const answer = await apiFetch('/api/admin/audit/export', { headers: { authorization } });
    setResult(answer.ok ? 'It is exported.' : `It failed with ${answer.status}.`);
  };
  return (
    <LicenseProvider client={client} queryClient={queryClient} role={session.isAdmin ? 'admin' : 'member'} licenseHref="#audit">
      <PaymentRequiredNotice />
      <main>
        <p>
          <button type="button" onClick={() => void run()}>
            Export the audit log
          </button>{' '}
          <output>{result}</output>
        </p>
        <EntitlementGate entitlement="scim">
          <p>Users are provisioned by SCIM.</p>
        </EntitlementGate>
        <LicensePanel />
      </main>
    </LicenseProvider>
  );
}

const root = document.getElementById('audit');
if (root) {
  createRoot(root, { identifierPrefix: 'audit-' }).render(
    <StrictMode>
      <Audit />
    </StrictMode>,
  );
}
