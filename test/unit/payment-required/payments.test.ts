import { describe, expect, it } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { NO_SNAPSHOT, serverNow } from '../../../src/client/LicenseSnapshot.js';
import { checkLicense } from '../../support/checkLicense.js';
import { refusalStoreOf } from '../../../src/payment-required/refusalStoreOf.js';
import { watchPaymentRequired } from '../../../src/payment-required/adapters/watchPaymentRequired.js';
import type { Freshness } from '../../../src/license/freshness.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';
import { visibleReason } from '../../../src/payment-required/refusalReason.js';
import { licenseFromClaims } from '../../../src/verifier/licenseFromClaims.js';

// Every row is an answer of some API to some request, and what an admin is told of it.

const DAY = 86_400_000;
const NOW = Date.UTC(2027, 3, 20);
const LICENSED = ['oidc', 'scim', 'audit_export', 'Custom Thing'];

type Situation = 'active' | 'expiring' | 'grace' | 'expired' | 'unlicensed' | 'unknown' | 'member';
const EXPIRES_IN: Partial<Record<Situation, number>> = { active: 99 * DAY, expiring: 3 * DAY, grace: -2 * DAY, expired: -9 * DAY };

type Row = {
  readonly told: string;
  readonly state?: Situation;
  readonly path?: string;
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};

function licenseAnswer(situation: Situation): Response {
  const headers = { date: new Date(NOW).toUTCString() };
  const expiresIn = EXPIRES_IN[situation];
  if (situation === 'unknown') return new Response(null, { status: 503, headers });
  if (expiresIn === undefined) return Response.json({ tier: null, entitlements: [], expires_at: null }, { headers });
  const exp = Math.floor((NOW + expiresIn) / 1_000);
  return Response.json(licenseFromClaims({ tier: 'enterprise', entitlements: LICENSED, exp }, NOW), { headers });
}

/** What is told once the license has been read again, as it is after every 402. */
async function tell({ state: situation = 'expired', path = '/admin/x', url, method = 'GET', status = 402, headers = {}, body = '' }: Row) {
  const client = createLicenseClient({
    baseUrl: 'https://gateway.example/alexandria',
    scope: 'ada',
    entitlementRoutes: { '/scim/v2/': 'scim', '/scim/v2/Bulk': 'backend_autoscaling', '/v1/realtime': 'vault' },
    fetch: async () => licenseAnswer(situation),
  });
  const snapshot = situation === 'member' ? NO_SNAPSHOT : await checkLicense(client).catch(() => NO_SNAPSHOT);
  const { license } = snapshot;
  client.internals.observers.add({ license: () => license, refresh: async () => true, scheduleRefresh: () => undefined });
  const answer = new Response(method === 'HEAD' ? null : typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  const watched = watchPaymentRequired(async () => answer, client);
  await watched(url ?? `https://gateway.example/alexandria${path}`, { method });
  await new Promise((resolve) => setImmediate(resolve));
  const { state } = licenseStatus(license, serverNow(snapshot));
  const freshness: Freshness = license === null ? 'server-error' : 'fresh';
  const told = refusalStoreOf(client)
    .refusals()
    .flatMap(({ entitlement }) => {
      const reason = visibleReason(entitlement, {
        member: situation === 'member',
        license,
        state,
        freshness,
        check: 'answered',
        superseded: false,
      });
      return reason === null ? [] : [`${entitlement ?? 'something'} ${reason}`];
    });
  return told.join(', ') || 'nothing';
}

const problem = { type: 'about:blank', title: 'Payment Required', status: 402, detail: 'Needs scim.', instance: '/x', entitlement: 'scim' };

const ROWS: readonly Row[] = [
  // Where the name stands.
  { told: 'scim lapsed', body: problem, headers: { 'content-type': 'application/problem+json' } },
  { told: 'scim lapsed', body: { entitlement: 'scim' } },
  { told: 'scim lapsed', body: { missing_entitlement: 'scim' } },
  { told: 'scim lapsed', body: { required_entitlement: 'scim' } },
  { told: 'scim lapsed', body: { missingEntitlement: 'scim' } },
  { told: 'scim lapsed', body: { requiredEntitlement: 'scim' } },
  { told: 'scim lapsed, oidc lapsed', body: { entitlements: ['scim', 'oidc'] } },
  { told: 'scim lapsed', body: { missing_entitlements: ['scim'] } },
  { told: 'scim lapsed', body: { requiredEntitlements: 'scim' } },
  { told: 'scim lapsed', body: { error: { entitlement: 'scim', message: 'no' } } },
  { told: 'scim lapsed', body: { detail: { missing_entitlement: 'scim' } } },
  { told: 'scim lapsed', body: { data: { requiredEntitlements: ['scim'] } } },
  { told: 'scim lapsed', body: { entitlement: 'scim', feature: 'oidc' } },
  { told: 'scim lapsed', body: { feature: 'scim' } },
  { told: 'scim lapsed', body: { status: 402, message: 'Payment Required', code: 'scim' } },
  { told: 'scim lapsed', body: { error: { code: 'scim' } } },
  { told: 'Custom Thing lapsed', body: { entitlement: 'Custom Thing' } },
  { told: 'Custom Thing lapsed', body: { feature: 'Custom Thing' } },
  { told: 'sso.advanced not-included', body: { entitlement: 'sso.advanced' } },
  { told: 'something unknown', body: { entitlement: 'Not An Id!' } },
  { told: 'something unknown', body: { feature: 'checkout' } },
  { told: 'something unknown', body: { code: 'payment_required' } },
  { told: 'something unknown', body: { entitlement: 7 } },
  { told: 'something unknown', body: { meta: { entitlement: 'scim' } } },
  { told: 'something unknown', body: { entitlement: 'x'.repeat(65) } },
  { told: '__proto__ not-included', body: { entitlement: '__proto__' } },
  { told: 'something unknown', body: JSON.parse('{"__proto__": {"entitlement": "scim"}}') },

  { told: 'scim lapsed', body: { entitlement: 'Not An Id!', missing_entitlement: 'scim' } },
  { told: 'scim lapsed', body: { code: 'payment_required', error: { code: 'scim' } } },
  { told: 'vault not-included', body: { feature: 'checkout', detail: { feature: 'vault' } } },
  { told: 'scim lapsed', path: '/v1/x', body: { entitlement: 'pro_plan', missing_entitlement: 'scim' } },
  { told: 'scim lapsed', body: { feature: 'scim', message: 'over your plan quota' } },

  // Bodies in the wild that name nothing: then the route tells.
  { told: 'something unknown', body: '' },
  { told: 'something unknown', body: 'Payment Required' },
  { told: 'something unknown', body: '<!doctype html><title>402</title>' },
  { told: 'something unknown', body: '{"detail": "Payment Requ' },
  { told: 'something unknown', body: { detail: 'License expired, contact billing about your quota' } },
  { told: 'something unknown', body: [] },
  { told: 'something unknown', body: `{"pad": "${'x'.repeat(70_000)}", "entitlement": "scim"}` },
  { told: 'audit_export lapsed', path: '/admin/audit/export', body: '<html>' },
  { told: 'audit_export lapsed', path: '/admin/audit/export/?from=1' },
  { told: 'audit_export lapsed', path: '/admin/audit/export', method: 'HEAD' },
  { told: 'audit_export lapsed', path: '/admin/audit/export', body: '<html><script src="rate-limit.js"></script>Payment Required' },
  { told: 'scim lapsed', path: '/scim/v2/Users/17' },
  { told: 'scim lapsed', path: '/scim/v2/' },
  { told: 'backend_autoscaling not-included', path: '/scim/v2/Bulk' },
  { told: 'oidc lapsed', path: '/scim/v2/Users', body: { entitlement: 'oidc' } },
  { told: 'something unknown', path: '/scim/v20/Users' },
  { told: 'something unknown', path: '/admin/audit/exports' },

  // Every reason.
  { told: 'vault not-included', state: 'active', body: { entitlement: 'vault' } },
  { told: 'vault not-included', state: 'grace', body: { entitlement: 'vault' } },
  { told: 'vault not-included', state: 'expired', body: { entitlement: 'vault' } },
  { told: 'vault no-license', state: 'unlicensed', body: { entitlement: 'vault' } },
  { told: 'something no-license', state: 'unlicensed' },
  { told: 'scim disputed', state: 'active', body: { entitlement: 'scim' } },
  { told: 'scim disputed', state: 'expiring', body: { entitlement: 'scim' } },
  { told: 'scim disputed', state: 'grace', body: { entitlement: 'scim' } },
  { told: 'scim unknown', state: 'unknown', body: { entitlement: 'scim' } },
  { told: 'scim unknown', state: 'member', body: { entitlement: 'scim' } },

  // Nothing named, and not every feature is off: only a check.
  { told: 'nothing', state: 'active' },
  { told: 'nothing', state: 'grace', body: { detail: 'Payment Required' } },
  { told: 'nothing', state: 'unknown' },
  { told: 'nothing', state: 'member' },

  // No license answers.
  { told: 'nothing', path: '/admin/license', body: { entitlement: 'scim' } },
  { told: 'nothing', path: '/v1/chat/completions', body: { error: { message: 'Insufficient Balance', code: 'invalid_request_error' } } },
  { told: 'nothing', path: '/v1/chat/completions', body: { error: { message: 'Pay up' } } },
  { told: 'nothing', path: '/v1/chat/completions', body: { entitlement: 'pro_plan' } },
  { told: 'nothing', path: '/v1/chat/completions' },
  { told: 'scim lapsed', path: '/v1/chat/completions', body: { entitlement: 'scim' } },
  { told: 'Custom Thing lapsed', path: '/v1/chat/completions', body: { entitlement: 'Custom Thing' } },
  { told: 'vault not-included', path: '/v1/realtime' },
  { told: 'nothing', headers: { 'payment-required': 'eyJ4NDAyIjoxfQ' }, body: { entitlement: 'scim' } },
  { told: 'nothing', body: { x402Version: 1, accepts: [], entitlement: 'scim' } },
  { told: 'nothing', body: { error: { type: 'insufficient_quota', message: 'You exceeded your current quota' } } },
  { told: 'nothing', path: '/admin/audit/export', body: { detail: 'Monthly budget exceeded' } },
  { told: 'nothing', body: 'Out of credits' },
  { told: 'nothing', body: 'Usage limit reached' },
  { told: 'nothing', body: { message: 'Not enough credits' } },
  { told: 'nothing', body: { message: 'This request requires more credits' } },
  { told: 'nothing', body: { message: 'Spending cap reached' } },
  { told: 'nothing', body: { message: 'Top up your balance' } },
  { told: 'nothing', body: { errors: [{ message: 'Insufficient Balance' }] } },
  ...[
    { error: { code: 'insufficient_balance', message: 'Payment Required' } },
    { error: { type: 'insufficient_funds' } },
    { code: 'insufficientCredits' },
    { code: 'out_of_credits' },
    { error: 'credits_exhausted' },
    { errors: ['Insufficient balance'] },
    { detail: [{ loc: ['header'], msg: 'Monthly quota exceeded' }] },
    { reason: 'insufficient_quota' },
    { error_description: 'monthly quota exceeded' },
    { status: 'QUOTA_EXCEEDED' },
    { error: { code: 'billing_hard_limit_reached' } },
    { message: 'Balance too low' },
    { message: 'No credits remaining' },
    { message: 'Your credits are used up' },
    { message: 'Your credit balance is too low to access the API' },
    { message: 'Your prepaid balance is exhausted' },
    { message: 'Cost limit exceeded' },
    { message: 'You have exceeded your monthly spending limit' },
    { message: 'Token quota of your license exceeded' },
    'Usage cap hit',
    '<table><td>Insufficient</td><td>balance</td></table>',
    { message: 'Insufficient – balance' },
    { message: 'Rate limit: 5 a minute' },
    { message: 'The balance is negative' },
  ].map((body) => ({ told: 'nothing', path: '/admin/audit/export', body })),
  { told: 'scim lapsed', path: '/scim/v2/Users', body: { detail: 'SCIM is not part of your plan. Plan limits: see docs' } },
  { told: 'scim lapsed', path: '/scim/v2/Users', body: { detail: 'your plan limit excludes SCIM' } },
  { told: 'scim lapsed', path: '/scim/v2/Users', body: { type: 'https://docs.example/rate-limit', title: 'Payment Required' } },
  { told: 'scim lapsed', path: '/scim/v2/Users', body: { detail: 'Your license has expired; quotas do not apply' } },
  { told: 'scim lapsed', path: '/scim/v2/Users', body: { detail: 'This gateway is unlicensed; quotas do not apply' } },
  { told: 'nothing', path: '/%761/chat/completions', body: 'Pay up' },
  { told: 'nothing', path: '/v1%2Fchat/completions', body: 'Pay up' },
  { told: 'nothing', path: '/admin/%6cicense', body: { entitlement: 'scim' } },
  { told: 'audit_export lapsed', path: '/%61dmin/audit/export' },
  { told: 'something unknown', path: '/admin/%ff' },
  { told: 'nothing', path: '//v1/chat/completions', body: { error: { message: 'Pay up' } } },
  { told: 'multi_tenant not-included', body: { entitlement: 'multi_tenant', detail: 'tenant quota exceeded' } },
  { told: 'nothing', url: 'https://other.example/alexandria/admin/audit/export', body: { entitlement: 'scim' } },
  { told: 'nothing', url: 'https://gateway.example/admin/audit/export', body: { entitlement: 'scim' } },
  { told: 'nothing', url: 'https://gateway.example/alexandria-two/admin/audit/export', body: { entitlement: 'scim' } },
  { told: 'nothing', url: 'http://gateway.example/alexandria/admin/audit/export', body: { entitlement: 'scim' } },
  { told: 'nothing', url: 'not a url at all://', body: { entitlement: 'scim' } },
  { told: 'nothing', status: 403, body: { entitlement: 'scim' } },
  { told: 'nothing', status: 429, path: '/admin/audit/export' },
  { told: 'nothing', status: 200, body: { entitlement: 'scim' } },
];

describe('what is told of an answer', () => {
  it.each(ROWS.map((row) => [JSON.stringify({ ...row, body: String(JSON.stringify(row.body)).slice(0, 90) }), row] as const))(
    '%s',
    async (_, row) => {
      expect(await tell(row)).toBe(row.told);
    },
  );

  it('holds more than forty answers', () => {
    expect(ROWS.length).toBeGreaterThan(40);
  });
});
