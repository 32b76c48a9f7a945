import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  type DeploymentNames,
  type EntitlementView,
  EntitlementGate,
  type EntitlementGateProps,
  type EntitlementState,
  type Explanation,
  type Freshness,
  type License,
  LicenseBanner,
  type LicenseLinkProps,
  LicensePanel,
  type LicensePanelProps,
  LicenseProvider,
  type LicenseProviderProps,
  type LicenseRole,
  type LicenseState,
  type LicenseView,
  type MessageOverrides,
  type RefusalReason,
  PaymentRequiredNotice,
  type RenderLink,
  type RenewalInstructions,
  type RenewalMethod,
  type RenewalOptions,
  useEntitlement,
  useLicense,
} from '@alexandria-ee/license-ui';
import '@alexandria-ee/license-ui/styles.css';
import '@alexandria-ee/license-ui/styles.layer.css';
import type { ReactNode } from 'react';
import { client } from './client.js';

// A dashboard as a host app writes it. It is type-checked, but never runs.

const queryClient = new QueryClient();
const names: DeploymentNames = { namespace: 'gateway', keyFile: './license.key' };
const methods: readonly RenewalMethod[] = ['helm', 'kubernetes'];
const instructions: RenewalInstructions = { title: 'Argo CD', text: 'Commit the sealed key.', command: 'argocd app sync gateway' };
const renewal: RenewalOptions = { names, methods, instructions, trustedKeys: ['-----BEGIN PUBLIC KEY-----'] };
const panel: LicensePanelProps = { renewal };
const messages: MessageOverrides = {
  banner: { region: 'Subscription', expiringLead: ({ when }) => `Ends ${when}` },
  panel: { title: 'Subscription', states: { active: 'On' } },
  names: { tiers: { enterprise: 'Enterprise' } },
};

const renderLink: RenderLink = ({ href, ...props }: LicenseLinkProps) => <a href={`/app${href}`} {...props} />;

export function Dashboard({ isAdmin, children }: { isAdmin: boolean; children: ReactNode }) {
  const role: LicenseRole = isAdmin ? 'admin' : 'member';
  const props: Omit<LicenseProviderProps, 'children'> = {
    client,
    role,
    queryClient,
    licenseHref: '/license',
    contactHref: 'licenses@alexandria.example',
    askHref: '/ask',
    entitlementDocs: { vault: '/docs/vault' },
    locale: 'en-GB',
    messages,
  };
  return (
    <QueryClientProvider client={queryClient}>
      <LicenseProvider {...props} renderLink={renderLink} onUnauthorized={() => void client.refresh()}>
        <LicenseBanner />
        <PaymentRequiredNotice />
        <LicensePanel {...panel} />
        <Summary />
        {children}
      </LicenseProvider>
    </QueryClientProvider>
  );
}

function Summary() {
  const view: LicenseView = useLicense();
  const state: LicenseState = view.state;
  const freshness: Freshness = view.freshness;
  const license: License | null = view.license;
  return (
    <button type="button" onClick={() => view.refresh().then((read: boolean) => read)}>
      {state}, {freshness}, {license?.tier}, {license?.entitlements.map((id) => id.toUpperCase())}, {license?.notBefore?.toFixed()}
    </button>
  );
}

const gate: EntitlementGateProps = {
  entitlement: 'audit_export',
  fallback: ({ title }: Explanation) => (
    <button type="button" aria-disabled title={title}>
      Export
    </button>
  ),
  children: 'Export',
};

export function Export() {
  const access: EntitlementView = useEntitlement('audit_export');
  const state: EntitlementState = access.state;
  const reason: RefusalReason | undefined = access.explanation?.reason;
  return (
    <EntitlementGate {...gate}>
      {state} {reason} {access.explanation?.detail}
      <button type="button" onClick={access.retry} />
    </EntitlementGate>
  );
}
