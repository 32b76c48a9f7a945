import {
  type CheckFailure,
  createLicenseClient,
  ENTITLEMENTS,
  type Freshness,
  isKnownEntitlement,
  isLicenseError,
  isPaymentRequired,
  type KnownEntitlement,
  LicenseError,
  type LicenseErrorCode,
  licenseKeys,
  licenseStatus,
  watchPaymentRequired,
} from '@alexandria-ee/license-ui/client';
import { expectType } from './expectType.js';

const client = createLicenseClient({ baseUrl: '/api', scope: 'ada', authorization: () => null, storage: null });

// @ts-expect-error There is no default scope.
createLicenseClient({ baseUrl: '/api' });
// @ts-expect-error There is no token option, because authorization is called for each request.
createLicenseClient({ baseUrl: '/api', scope: 'ada', token: 'secret' });
// @ts-expect-error The option authorization is a function.
createLicenseClient({ baseUrl: '/api', scope: 'ada', authorization: 'Bearer secret' });
// @ts-expect-error A timeout is a number of milliseconds.
createLicenseClient({ baseUrl: '/api', scope: 'ada', timeoutMs: '10s' });
// @ts-expect-error The base URL of a client is read-only.
client.baseUrl = '/other';
// @ts-expect-error The catalogue is read-only.
ENTITLEMENTS.push('made_up');

createLicenseClient({ baseUrl: '/api', scope: 'ada', entitlementOf: ({ headers }) => headers.get('x-entitlement') ?? undefined });
// @ts-expect-error The option entitlementOf is synchronous.
createLicenseClient({ baseUrl: '/api', scope: 'ada', entitlementOf: async () => 'scim' });

expectType<typeof fetch>()(watchPaymentRequired(fetch, client));
expectType<typeof fetch>()(watchPaymentRequired(fetch, () => null));
// @ts-expect-error The client is required.
watchPaymentRequired(fetch);
expectType<readonly ['alexandria-license', baseUrl: string, scope: string, client: string]>()(licenseKeys.license(client));
expectType<boolean>()(isPaymentRequired(new Error('402')));

export function narrows(error: unknown, freshness: Freshness, id: string, code: LicenseErrorCode) {
  // @ts-expect-error The type of the error is unknown.
  error.code;
  if (!isLicenseError(error)) return;
  expectType<LicenseError>()(error);
  expectType<LicenseErrorCode>()(error.code);
  // @ts-expect-error There is no such code.
  if (error.code === 'expired') return;
  // @ts-expect-error The code of an error is read-only.
  error.code = 'timeout';
  switch (code) {
    case 'invalid_signature':
      expectType<'invalid_signature'>()(code);
      break;
    case 'rate-limited':
    case 'server-error':
      expectType<'rate-limited' | 'server-error'>()(code);
  }
  if (freshness !== 'fresh' && freshness !== 'pending') {
    expectType<CheckFailure>()(freshness);
    throw new LicenseError(freshness, 'A check has failed.');
  }
  // @ts-expect-error Error codes are a closed set.
  new LicenseError('teapot', 'Nothing.');
  if (isKnownEntitlement(id)) expectType<KnownEntitlement>()(id);
  const { state, changesAt } = licenseStatus(null, null);
  expectType<number | null>()(changesAt);
  if (state === 'grace') expectType<'grace'>()(state);
  // @ts-expect-error A time is a number or null.
  licenseStatus(null, new Date());
}
