import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import type { LicenseClient } from '../../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '../../../src/index.js';

export type ReliabilityPageProps = {
  readonly client: LicenseClient;
  readonly queries: QueryClient;
  readonly onUnauthorized?: () => void;
};

/** All components of the package on one page, as a host app would place them. */
export function ReliabilityPage({ client, queries, onUnauthorized }: ReliabilityPageProps) {
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LicenseProvider client={client} role="admin" locale="en-GB" licenseHref="/license" {...(onUnauthorized ? { onUnauthorized } : {})}>
          <LicenseBanner />
          <LicensePanel />
          <PaymentRequiredNotice />
          <EntitlementGate entitlement="oidc">
            <p>Single sign-on</p>
          </EntitlementGate>
        </LicenseProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
