import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';
import '@alexandria-ee/license-ui/styles.css';
import { licenseQueries } from './licenseQueries.js';
import { client } from './api.js';
import { AuditExport } from './AuditExport.js';
import { session } from './session.js';

export function Dashboard() {
  return (
    <LicenseProvider
      client={client}
      queryClient={licenseQueries}
      role={session.isAdmin ? 'admin' : 'member'}
      licenseHref="/settings/license"
    >
      <LicenseBanner />
      <PaymentRequiredNotice />
      <main>
        <h1>Gateway</h1>
        <AuditExport />
        <EntitlementGate entitlement="scim">
          <p>Users are provisioned by SCIM.</p>
        </EntitlementGate>
        <LicensePanel />
      </main>
    </LicenseProvider>
  );
}
