import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { AuditExport } from './AuditExport.js';
import type { Api } from './createApi.js';

const Models = lazy(async () => ({ default: (await import('./Models.js')).Models }));

export function Dashboard({ session, queryClient, client, api }: Api) {
  return (
    <QueryClientProvider client={queryClient}>
      <LicenseProvider client={client} role={session.isAdmin ? 'admin' : 'member'} licenseHref="/settings/license">
        <LicenseBanner />
        <PaymentRequiredNotice />
        <main>
          <h1>Gateway</h1>
          <Suspense fallback={<p>Loading</p>}>
            <Models api={api} />
          </Suspense>
          <AuditExport api={api} />
          <EntitlementGate entitlement="scim">
            <p>Users are provisioned by SCIM.</p>
          </EntitlementGate>
          <LicensePanel />
        </main>
      </LicenseProvider>
    </QueryClientProvider>
  );
}
