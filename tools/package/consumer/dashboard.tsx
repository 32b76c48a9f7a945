import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  type BannerAction,
  type BannerState,
  type DeploymentNames,
  type EntitlementView,
  type EntitlementId,
  EntitlementGate,
  type EntitlementGateProps,
  type EntitlementState,
  type Explanation,
  type Freshness,
  type License,
  LicenseBanner,
  type LicenseBannerResult,
  type LicenseBannerView,
  type LicenseLinkProps,
  LicensePanel,
  type LicensePanelProps,
  LicenseProvider,
  type LicenseProviderProps,
  type LicenseRole,
  type LicenseSettingsProps,
  type LicenseState,
  type LicenseView,
  type MessageOverrides,
  type RefusalReason,
  PaymentRequiredNotice,
  type PaymentRequiredNotices,
  type PaymentRequiredNoticeView,
  type RefusalLink,
  type Register,
  type Reminder,
  type RenderLink,
  type RenewalInstructions,
  type RenewalMethod,
  type RenewalOptions,
  useEntitlement,
  useLicense,
  useLicenseBanner,
  usePaymentRequiredNotices,
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
    remindDaysBefore: 30,
  };
  const shared: LicenseSettingsProps = props;
  return (
    <QueryClientProvider client={queryClient}>
      <LicenseProvider {...props} {...shared} renderLink={renderLink} onUnauthorized={() => void client.refresh()}>
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
  const reminder: Reminder = view.reminder;
  const license: License | null = view.license;
  return (
    <button type="button" onClick={() => view.refresh().then((read: boolean) => read)}>
      {state}, {freshness}, {reminder}, {license?.tier}, {license?.entitlements.map((id) => id.toUpperCase())},{' '}
      {license?.notBefore?.toFixed()}
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

const ids: readonly EntitlementId[] = ['scim', 'reports'];
const register: Register = {};

export const reports = (
  <EntitlementGate entitlement={ids} match="any">
    Reports {Object.keys(register).length}
  </EntitlementGate>
);

export function OwnBanner() {
  const result: LicenseBannerResult = useLicenseBanner();
  const banner: LicenseBannerView | null = result.banner;
  const state: BannerState | undefined = banner?.state;
  const snooze: BannerAction | null = banner?.snooze ?? null;
  return (
    <button type="button" onClick={snooze?.run}>
      {state} {banner?.lead} {result.announcement.text}
    </button>
  );
}

export function OwnNotices() {
  const { notices }: PaymentRequiredNotices = usePaymentRequiredNotices();
  const [first]: readonly PaymentRequiredNoticeView[] = notices;
  const links: readonly RefusalLink[] = first?.links ?? [];
  return links.map(({ kind, label, href }) => (
    <a key={kind} href={href}>
      {label}
    </a>
  ));
}
