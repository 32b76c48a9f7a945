import { describe, expect, it } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { NO_SNAPSHOT, serverNow } from '../../../src/client/LicenseSnapshot.js';
import { checkLicense } from '../../support/checkLicense.js';
import { refusalStoreOf } from '../../../src/payment-required/refusalStoreOf.js';
import { watchPaymentRequired } from '../../../src/payment-required/adapters/watchPaymentRequired.js';
import type { Freshness } from '../../../src/license/freshness.js';
import type { EntitlementOf } from '../../../src/license/entitlements.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';
import { visibleReason } from '../../../src/payment-required/refusalReason.js';
import { bodyFromClaims } from '../../../mocks/bodyFromClaims.js';

// Each row is a response of an API, with the explanation that an administrator or a member sees.

const DAY = 86_400_000;
const NOW = Date.UTC(2027, 3, 20);
const LICENSED = ['oidc', 'scim', 'audit_export', 'sso.custom'];

type Situation = 'active' | 'expiring' | 'grace' | 'expired' | 'unlicensed' | 'unknown' | 'member';
const EXPIRES_IN: Partial<Record<Situation, number>> = { active: 99 * DAY, expiring: 3 * DAY, grace: -2 * DAY, expired: -9 * DAY };

type Row = {
  /** The entitlements with their reasons. */
  readonly explains: string;
  /** Default: `expired`. */
  readonly state?: Situation;
  readonly entitlementOf?: EntitlementOf;
  readonly path?: string;
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};

function createLicenseResponse(situation: Situation): Response {
  const headers = { date: new Date(NOW).toUTCString() };
  const expiresIn = EXPIRES_IN[situation];
  if (situation === 'unknown') return new Response(null, { status: 503, headers });
  if (expiresIn === undefined) return Response.json({ tier: null, entitlements: [], expires_at: null }, { headers });
  const exp = Math.floor((NOW + expiresIn) / 1_000);
  return Response.json(bodyFromClaims({ tier: 'enterprise', entitlements: LICENSED, exp }, NOW), { headers });
}

/** Returns the explanation of a 402 once a check has answered. */
async function explain(row: Row): Promise<string> {
  const {
    state: situation = 'expired',
    path = '/admin/x',
    url,
    method = 'GET',
    status = 402,
    headers = {},
    body = '',
    entitlementOf,
  } = row;
  const client = createLicenseClient({
    baseUrl: 'https://gateway.example/alexandria',
    scope: 'ada',
    entitlementRoutes: { '/scim/v2/': 'scim', '/scim/v2/Bulk': 'backend_autoscaling', '/v1/realtime': 'vault' },
    ...(entitlementOf ? { entitlementOf } : {}),
    fetch: async () => createLicenseResponse(situation),
  });
  const snapshot = situation === 'member' ? NO_SNAPSHOT : await checkLicense(client).catch(() => NO_SNAPSHOT);
  const { license } = snapshot;
  client.internals.observers.add({ license: () => license, refresh: async () => true, scheduleRefresh: () => undefined });
  const response = new Response(method === 'HEAD' ? null : typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  const watched = watchPaymentRequired(async () => response, client);
  await watched(url ?? `https://gateway.example/alexandria${path}`, { method });
  await new Promise((resolve) => setImmediate(resolve));
  const { state } = licenseStatus(license, serverNow(snapshot));
  const freshness: Freshness = license === null ? 'server-error' : 'fresh';
  const explained = refusalStoreOf(client)
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
      return reason === null ? [] : [`${entitlement ?? 'unnamed'} ${reason}`];
    });
  return explained.join(', ') || 'nothing';
}

const problem = {
  type: 'about:blank',
  title: 'Payment Required',
  status: 402,
  detail: 'Needs scim.',
  instance: '/admin/tenants',
  entitlement: 'scim',
};
const problemJson = { 'content-type': 'application/problem+json' };
const throwing = () => {
  throw new Error('a bug of the app');
};

const ROWS: readonly Row[] = [
  // Our reference body, in each state and role.
  { explains: 'scim lapsed', body: problem, headers: problemJson },
  { explains: 'scim disputed', body: problem, headers: problemJson, state: 'active' },
  { explains: 'scim disputed', body: problem, headers: problemJson, state: 'expiring' },
  { explains: 'scim disputed', body: problem, headers: problemJson, state: 'grace' },
  { explains: 'scim no-license', body: problem, headers: problemJson, state: 'unlicensed' },
  { explains: 'scim unknown', body: problem, headers: problemJson, state: 'unknown' },
  { explains: 'scim unknown', body: problem, headers: problemJson, state: 'member' },
  { explains: 'vault not-included', body: { entitlement: 'vault' }, state: 'active' },
  { explains: 'vault not-included', body: { entitlement: 'vault' }, state: 'grace' },
  { explains: 'vault not-included', body: { entitlement: 'vault' } },
  { explains: 'vault no-license', body: { entitlement: 'vault' }, state: 'unlicensed' },

  // Fields.
  { explains: 'scim lapsed', body: { required_entitlement: 'scim' } },
  { explains: 'scim lapsed', body: { missing_entitlement: 'scim' } },
  { explains: 'scim lapsed', body: { requiredEntitlement: 'scim' } },
  { explains: 'scim lapsed', body: { missingEntitlement: 'scim' } },
  { explains: 'scim lapsed, oidc lapsed', body: { entitlements: ['scim', 'oidc', 'scim'] } },
  { explains: 'scim lapsed', body: { missing_entitlements: ['scim'] } },
  { explains: 'scim lapsed', body: { requiredEntitlements: 'scim' } },
  { explains: 'scim lapsed', body: { error: { entitlement: 'scim', message: 'no' } } },
  { explains: 'scim lapsed', body: { detail: { missing_entitlement: 'scim' } } },
  { explains: 'scim lapsed', body: { data: { requiredEntitlements: ['scim'] } } },
  { explains: 'scim lapsed', body: { entitlement: 'Not An Id!', missing_entitlement: 'scim' } },
  { explains: 'sso.custom lapsed', body: { entitlement: 'sso.custom' } },
  { explains: 'sso.advanced not-included', body: { entitlement: 'sso.advanced' } },
  { explains: '__proto__ not-included', body: { entitlement: '__proto__' } },
  ...[
    { entitlement: 'Not An Id!' },
    { entitlement: 'x'.repeat(65) },
    { entitlement: 'x'.repeat(10_000) },
    { entitlement: 'scim\u202e' },
    { entitlement: '' },
    { entitlement: 7 },
    { entitlement: null },
    { entitlement: { id: 'scim' } },
    { meta: { entitlement: 'scim' } },
    { feature: 'scim' },
    { code: 'scim' },
    [{ entitlement: 'scim' }],
    JSON.parse('{"__proto__": {"entitlement": "scim"}}'),
    '{"entitlement": "scim"',
    '<!doctype html><p>scim</p>',
    'null',
    '',
  ].map((body): Row => ({ explains: 'unnamed unknown', body })),

  // Without a name, only if all licensed features are off.
  { explains: 'unnamed no-license', state: 'unlicensed' },
  { explains: 'nothing', state: 'active' },
  { explains: 'nothing', state: 'grace', body: { detail: 'Payment Required' } },
  { explains: 'nothing', state: 'unknown' },
  { explains: 'nothing', state: 'member' },
  { explains: 'unnamed unknown', body: { detail: 'No valid license: budgets are off' } },
  { explains: 'unnamed unknown', body: { error: { type: 'insufficient_quota', message: 'You exceeded your current quota' } } },
  { explains: 'nothing', state: 'active', body: { error: { type: 'insufficient_quota', message: 'You exceeded your current quota' } } },

  // Routes.
  { explains: 'audit_export lapsed', path: '/admin/audit/export' },
  { explains: 'audit_export lapsed', path: '/admin/audit/export?format=csv' },
  { explains: 'audit_export lapsed', path: '/admin/audit/export/' },
  { explains: 'audit_export lapsed', path: '/%61dmin/audit/export', method: 'HEAD' },
  { explains: 'audit_export lapsed', path: '/admin/audit/export', body: { detail: 'No valid license: budgets are off' } },
  { explains: 'scim lapsed', path: '/admin/audit/export', body: { entitlement: 'scim' } },
  { explains: 'unnamed unknown', path: '/admin/audit/export/other' },
  { explains: 'unnamed unknown', path: '/admin/%ff' },
  { explains: 'scim lapsed', path: '/scim/v2/Users' },
  { explains: 'scim lapsed', path: '/scim/v2' },
  { explains: 'backend_autoscaling not-included', path: '/scim/v2/Bulk' },
  { explains: 'audit_export unknown', path: '/admin/audit/export', state: 'member' },

  // The core API: model providers return 402s of their own.
  {
    explains: 'nothing',
    path: '/v1/chat/completions',
    body: { error: { message: 'Insufficient Balance', code: 'invalid_request_error' } },
  },
  { explains: 'nothing', path: '/v1/chat/completions' },
  { explains: 'nothing', path: '/v1', body: 'Pay up' },
  { explains: 'nothing', path: '/v1/chat/completions', body: { entitlement: 'pro_plan' } },
  { explains: 'scim lapsed', path: '/v1/chat/completions', body: { entitlement: 'scim' } },
  { explains: 'vault not-included', path: '/v1/chat/completions', body: { entitlements: ['pro_plan', 'vault'] } },
  { explains: 'vault not-included', path: '/v1/chat/completions', body: { entitlement: 'pro_plan', required_entitlement: 'vault' } },
  { explains: 'sso.custom lapsed', path: '/v1/chat/completions', body: { entitlement: 'sso.custom' } },
  { explains: 'vault not-included', path: '/v1/realtime' },
  { explains: 'nothing', path: '/%761/chat/completions', body: 'Pay up' },
  { explains: 'nothing', path: '/v1%2Fchat/completions', body: 'Pay up' },
  { explains: 'nothing', path: '//v1/chat/completions', body: 'Pay up' },
  { explains: 'unnamed unknown', path: '/v1beta/chat', body: 'Pay up' },

  // The app's own rule comes first.
  { explains: 'vault not-included', entitlementOf: () => 'vault', body: { entitlement: 'scim' } },
  { explains: 'vault not-included, scim lapsed', entitlementOf: () => ['vault', 'scim'] },
  { explains: 'pro_plan not-included', entitlementOf: () => 'pro_plan', path: '/v1/chat/completions' },
  { explains: 'nothing', entitlementOf: () => null, body: { entitlement: 'scim' } },
  { explains: 'scim lapsed', entitlementOf: () => undefined, body: { entitlement: 'scim' } },
  { explains: 'scim lapsed', entitlementOf: throwing, body: { entitlement: 'scim' } },
  ...['Not An Id!', '', [], 3, false, Promise.resolve('vault')].map(
    (answer): Row => ({ explains: 'scim lapsed', entitlementOf: () => answer as never, body: { entitlement: 'scim' } }),
  ),
  { explains: 'nothing', entitlementOf: () => 'Not An Id!', path: '/v1/chat/completions', body: 'Pay up' },
  { explains: 'oidc lapsed', entitlementOf: ({ headers }) => headers.get('x-feature'), headers: { 'x-feature': 'oidc' } },
  { explains: 'oidc lapsed', entitlementOf: ({ body }) => Object(body).needs, body: { needs: 'oidc' } },
  { explains: 'oidc lapsed', entitlementOf: ({ body }) => String(body), body: 'oidc' },
  { explains: 'oidc lapsed', entitlementOf: ({ body }) => (body === null ? 'oidc' : 'scim') },
  { explains: 'oidc lapsed', entitlementOf: ({ body }) => (body === null ? 'oidc' : 'scim'), body: 'null' },
  {
    explains: 'oidc lapsed',
    method: 'delete',
    entitlementOf: ({ method, path }) => (`${method} ${path}` === 'DELETE /admin/x' ? 'oidc' : null),
  },

  // Never about the license.
  { explains: 'nothing', path: '/admin/license', body: { entitlement: 'scim' } },
  { explains: 'nothing', path: '/admin/%6cicense', body: { entitlement: 'scim' } },
  { explains: 'nothing', headers: { 'payment-required': 'eyJ4NDAyIjoxfQ' }, body: { entitlement: 'scim' } },
  { explains: 'nothing', headers: { 'payment-required': 'eyJ4NDAyIjoxfQ' }, entitlementOf: () => 'scim' },
  { explains: 'nothing', url: 'https://other.example/alexandria/admin/audit/export', body: { entitlement: 'scim' } },
  { explains: 'nothing', url: 'https://other.example/alexandria/admin/audit/export', entitlementOf: () => 'scim' },
  { explains: 'nothing', url: 'https://gateway.example/admin/audit/export', body: { entitlement: 'scim' } },
  { explains: 'nothing', url: 'https://gateway.example/alexandria-two/admin/audit/export', body: { entitlement: 'scim' } },
  { explains: 'nothing', url: 'http://gateway.example/alexandria/admin/audit/export', body: { entitlement: 'scim' } },
  { explains: 'nothing', url: 'not a url at all://', body: { entitlement: 'scim' } },
  { explains: 'nothing', status: 403, body: { entitlement: 'scim' } },
  { explains: 'nothing', status: 429, path: '/admin/audit/export' },
  { explains: 'nothing', status: 200, body: { entitlement: 'scim' } },
];

describe('a 402', () => {
  it.each(ROWS.map((row) => [describeRow(row), row] as const))('explains %s', async (_, row) => {
    expect(await explain(row)).toBe(row.explains);
  });
});

function describeRow({ explains, entitlementOf, body, ...input }: Row): string {
  const rule = entitlementOf ? ` entitlementOf: ${entitlementOf}` : '';
  return `${explains} for ${JSON.stringify(input)}${rule} ${String(JSON.stringify(body)).slice(0, 90)}`;
}
