import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';
import '@alexandria-ee/license-ui/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { client, queryClient } from './api.js';
import { AuditExport } from './AuditExport.js';
import { Models } from './Models.js';
import { session } from './session.js';

export function Dashboard() {
  return (
    <QueryClientProvider client={queryClient}>
      <LicenseProvider client={client} role={session.isAdmin ? 'admin' : 'member'} licenseHref="/settings/license">
        <LicenseBanner />
        <PaymentRequiredNotice />
        <main>
          <h1>Gateway</h1>
          <Models />
          <AuditExport />
          <EntitlementGate entitlement="scim">
            <p>Users are provisioned by SCIM.</p>
          </EntitlementGate>
          <LicensePanel />
        </main>
      </LicenseProvider>
    </QueryClientProvider>
  );
}
