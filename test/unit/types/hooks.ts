import {
  type BannerAction,
  type BannerState,
  type EntitlementState,
  type Freshness,
  type LicenseBannerResult,
  type LicenseBannerView,
  type LicenseState,
  type PaymentRequiredNotices,
  type PaymentRequiredNoticeView,
  type RefusalLink,
  type RefusalReason,
  useEntitlement,
  useLicense,
  useLicenseBanner,
  usePaymentRequiredNotices,
} from '@alexandria-ee/license-ui';
import { useQuery } from '@tanstack/react-query';
import {
  type EntitlementAccess,
  entitlementAccess,
  type License,
  type LicenseClient,
  licenseQueryOptions,
  serverNow,
} from '@alexandria-ee/license-ui/client';
import { expectType } from './expectType.js';

export function useNarrowed(client: LicenseClient) {
  const { state, freshness, license, refresh } = useLicense();
  const { state: entitlementState, explanation, retry } = useEntitlement('scim');
  expectType<LicenseState>()(state);
  expectType<Promise<boolean>>()(refresh());
  // @ts-expect-error The license can be null.
  license.tier;
  if (license !== null) expectType<string | null>()(license.tier);
  // @ts-expect-error A license is read-only.
  if (license !== null) license.tier = 'enterprise';
  // @ts-expect-error Its entitlements are read-only.
  license?.entitlements.push('scim');
  if (state !== 'active' && state !== 'expiring' && state !== 'grace')
    expectType<'expired' | 'unlicensed' | 'unknown' | 'scheduled'>()(state);
  // @ts-expect-error There is no such state.
  if (state === 'valid') retry();
  // @ts-expect-error A freshness is not a state.
  if (freshness === 'active') retry();

  expectType<EntitlementState>()(entitlementState);
  expectType<void>()(retry());
  // @ts-expect-error The explanation can be null.
  explanation.reason;
  if (explanation?.reason === 'lapsed') expectType<'lapsed'>()(explanation.reason);
  // @ts-expect-error The entitlement is required.
  useEntitlement();

  const query = useQuery(licenseQueryOptions(client));
  expectType<License | null>()(query.data.license);
  expectType<number | null>()(serverNow(query.data));
  if (query.isError) expectType<number>()(query.error.failures);
  const tier = useQuery({ ...licenseQueryOptions(client), select: ({ license }) => license?.tier });
  expectType<string | null | undefined>()(tier.data);
}

export function useHeadlessBanner() {
  const result = useLicenseBanner();
  expectType<LicenseBannerResult>()(result);
  const { banner, announcement } = result;
  expectType<string | null>()(announcement.key);
  expectType<string>()(announcement.text);
  expectType<boolean>()(announcement.isUrgent);
  // @ts-expect-error The banner can be null.
  banner.lead;
  // @ts-expect-error The hook takes no options.
  useLicenseBanner({ role: 'admin' });
  if (banner === null) return;
  expectType<LicenseBannerView>()(banner);
  expectType<BannerState>()(banner.state);
  expectType<'early' | 'expiring' | 'grace' | 'expired'>()(banner.state);
  expectType<Freshness>()(banner.freshness);
  expectType<string>()(banner.lead);
  expectType<string | null>()(banner.note);
  expectType<BannerAction | null>()(banner.snooze);
  // @ts-expect-error There is no link without `licenseHref`.
  banner.renew.href;
  // @ts-expect-error There is nothing to undo without a snooze.
  banner.undo.run();
  if (banner.undo !== null) expectType<void>()(banner.undo.end());
  expectType<boolean | undefined>()(banner.details?.areShown);
  // @ts-expect-error Only the undo has an end.
  banner.snooze?.end();
  // @ts-expect-error A banner is read-only.
  banner.lead = '';
}

export function useHeadlessNotices() {
  const result = usePaymentRequiredNotices();
  expectType<PaymentRequiredNotices>()(result);
  const { notices, announcement, region } = result;
  expectType<string>()(region);
  expectType<string | null>()(announcement.key);
  // @ts-expect-error Announcements of notices are always polite.
  announcement.isUrgent;
  expectType<readonly PaymentRequiredNoticeView[]>()(notices);
  // @ts-expect-error The list is read-only.
  notices.reverse();
  for (const { entitlement, reason, detail, links, dismiss } of notices) {
    // A 402 may name no entitlement.
    expectType<string | null>()(entitlement);
    expectType<RefusalReason>()(reason);
    expectType<string>()(detail);
    expectType<readonly RefusalLink[]>()(links);
    expectType<'renew' | 'license' | 'contact' | 'docs' | 'ask' | undefined>()(links[0]?.kind);
    expectType<void>()(dismiss());
  }
}

export function readsAccess(license: License | null, now: number | null) {
  const access = entitlementAccess(license, 'scim', now);
  expectType<EntitlementAccess>()(access);
  expectType<EntitlementState>()(access.state);
  expectType<boolean>()(access.isAllowed);
  // @ts-expect-error The time is required: null says that it is unknown.
  entitlementAccess(license, 'scim');
  // @ts-expect-error A time is a number or null.
  entitlementAccess(license, 'scim', new Date());
  // @ts-expect-error It takes one entitlement.
  entitlementAccess(license, ['scim'], now);
}
