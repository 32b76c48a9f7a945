import { EntitlementGate, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';
import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import { useState } from 'react';
import { session } from '../session.js';

const authorization = `Bearer ${session.token}`;
const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
const apiFetch = watchPaymentRequired(fetch, client);

/** The part of another team, which the shell renders among its own; it finds the shell's query client, and not its license. */
export function Audit() {
  const [said, setSaid] = useState('');
  const run = async () => {
    const answer = await apiFetch('/api/admin/audit/export', { headers: { authorization } });
    setSaid(answer.ok ? 'It is exported.' : `It failed with ${answer.status}.`);
  };
  return (
    <LicenseProvider client={client} role={session.isAdmin ? 'admin' : 'member'} licenseHref="#audit">
      <PaymentRequiredNotice />
      <main>
        <p>
          <button type="button" onClick={() => void run()}>
            Export the audit log
          </button>{' '}
          <output>{said}</output>
        </p>
        <EntitlementGate entitlement="scim">
          <p>Users are provisioned by SCIM.</p>
        </EntitlementGate>
        <LicensePanel />
      </main>
    </LicenseProvider>
  );
}
