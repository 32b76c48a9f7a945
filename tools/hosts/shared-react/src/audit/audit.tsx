import { EntitlementGate, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';
import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import { useState } from 'react';
import { session } from '../session.js';

const authorization = `Bearer ${session.token}`;
const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
const apiFetch = watchPaymentRequired(fetch, client);

/** Another team's part, which the shell renders. It shares the shell's query client, but not its license. */
export function Audit() {
  const [result, setResult] = useState('');
  const run = async () => {
    const answer = await apiFetch('/api/admin/audit/export', { headers: { authorization } });
    setResult(answer.ok ? 'It is exported.' : `It failed with ${answer.status}.`);
  };
  return (
    <LicenseProvider client={client} role={session.isAdmin ? 'admin' : 'member'} licenseHref="#audit">
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
