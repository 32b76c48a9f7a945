import { type EntitlementState, type LicenseState, useEntitlement, useLicense } from '@alexandria-ee/license-ui';
import { useQuery } from '@tanstack/react-query';
import { type License, type LicenseClient, licenseQueryOptions, serverNow } from '@alexandria-ee/license-ui/client';
import { expectType } from './expectType.js';

export function useNarrowed(client: LicenseClient) {
  const { state, freshness, license, refresh } = useLicense();
  const { state: worth, explanation, retry } = useEntitlement('scim');
  expectType<LicenseState>()(state);
  expectType<Promise<boolean>>()(refresh());
  // @ts-expect-error There may be no license.
  license.tier;
  if (license !== null) expectType<string | null>()(license.tier);
  // @ts-expect-error What a license says can't be changed.
  if (license !== null) license.tier = 'enterprise';
  // @ts-expect-error Nor can its entitlements.
  license?.entitlements.push('scim');
  if (state !== 'active' && state !== 'expiring' && state !== 'grace')
    expectType<'expired' | 'unlicensed' | 'unknown' | 'scheduled'>()(state);
  // @ts-expect-error No state is called that.
  if (state === 'valid') retry();
  // @ts-expect-error Freshness is no state.
  if (freshness === 'active') retry();

  expectType<EntitlementState>()(worth);
  expectType<void>()(retry());
  // @ts-expect-error Nothing may be known against it.
  explanation.reason;
  if (explanation?.reason === 'lapsed') expectType<'lapsed'>()(explanation.reason);
  // @ts-expect-error It is for one entitlement.
  useEntitlement();

  const query = useQuery(licenseQueryOptions(client));
  expectType<License | null>()(query.data.license);
  expectType<number | null>()(serverNow(query.data));
  if (query.isError) expectType<number>()(query.error.failures);
  const tier = useQuery({ ...licenseQueryOptions(client), select: ({ license }) => license?.tier });
  expectType<string | null | undefined>()(tier.data);
}
