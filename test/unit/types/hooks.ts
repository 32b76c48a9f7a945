import { type EntitlementState, type LicenseState, useEntitlement, useLicense } from '@alexandria-ee/license-ui';
import { useQuery } from '@tanstack/react-query';
import { type License, type LicenseClient, licenseQueryOptions, serverNow } from '@alexandria-ee/license-ui/client';
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
