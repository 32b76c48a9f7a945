import {
  type CheckFailure,
  createLicenseClient,
  DOCUMENTED_ROUTES,
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
// @ts-expect-error No option takes a token: it is asked for at each request.
createLicenseClient({ baseUrl: '/api', scope: 'ada', token: 'secret' });
// @ts-expect-error The header's value is a function's, not a text.
createLicenseClient({ baseUrl: '/api', scope: 'ada', authorization: 'Bearer secret' });
// @ts-expect-error Milliseconds are a number.
createLicenseClient({ baseUrl: '/api', scope: 'ada', timeoutMs: '10s' });
// @ts-expect-error A client can't be sent elsewhere.
client.baseUrl = '/other';
// @ts-expect-error The documented routes are a constant.
DOCUMENTED_ROUTES['/scim/v2/'] = 'scim';
// @ts-expect-error So is the catalogue.
ENTITLEMENTS.push('made_up');

expectType<typeof fetch>()(watchPaymentRequired(fetch, client));
// @ts-expect-error It watches for a client.
watchPaymentRequired(fetch);
expectType<readonly ['alexandria-license', baseUrl: string, scope: string, client: string]>()(licenseKeys.license(client));
expectType<boolean>()(isPaymentRequired(new Error('402')));

export function narrows(error: unknown, freshness: Freshness, id: string, code: LicenseErrorCode) {
  // @ts-expect-error It may be anything.
  error.code;
  if (!isLicenseError(error)) return;
  expectType<LicenseError>()(error);
  expectType<LicenseErrorCode>()(error.code);
  // @ts-expect-error No code is called that.
  if (error.code === 'expired') return;
  // @ts-expect-error An error stays what it was.
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
  // @ts-expect-error Codes are a closed set.
  new LicenseError('teapot', 'Nothing.');
  if (isKnownEntitlement(id)) expectType<KnownEntitlement>()(id);
  const { state, changesAt } = licenseStatus(null, null);
  expectType<number | null>()(changesAt);
  if (state === 'grace') expectType<'grace'>()(state);
  // @ts-expect-error Time is a number, or not known.
  licenseStatus(null, new Date());
}
