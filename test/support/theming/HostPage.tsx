import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  EntitlementGate,
  LicenseBanner,
  LicensePanel,
  LicenseProvider,
  PaymentRequiredNotice,
  type RenderLink,
} from '@alexandria-ee/license-ui';
import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import type { ReactNode } from 'react';

// The query string contains the address of the mock API and an admin token for it.
const { api = '', token = '' } = Object.fromEntries(new URLSearchParams(location.search));
const authorization = `Bearer ${token}`;
const client = createLicenseClient({ baseUrl: api, scope: 'ada', authorization: () => authorization, storage: null });
const queries = new QueryClient();
const apiFetch = watchPaymentRequired((...request) => fetch(...request), client);

type HostPageProps = {
  readonly renderLink?: RenderLink;
  /** Renders the app's own layout around the parts. */
  readonly frame: (parts: ReactNode, exportAudit: () => void) => ReactNode;
};

/** Renders a dashboard that shows every part of the package inside its own layout. */
export function HostPage({ renderLink, frame }: HostPageProps) {
  const parts = (
    <>
      <LicenseBanner />
      <LicensePanel />
      <EntitlementGate entitlement="scim">Users</EntitlementGate>
      <PaymentRequiredNotice />
    </>
  );
  return (
    <QueryClientProvider client={queries}>
      <LicenseProvider
        client={client}
        role="admin"
        locale="en-GB"
        licenseHref="#license"
        contactHref="licenses@alexandria.example"
        {...(renderLink ? { renderLink } : {})}
      >
        {frame(parts, () => void apiFetch(`${api}/admin/audit/export`, { headers: { authorization } }))}
      </LicenseProvider>
    </QueryClientProvider>
  );
}
