import { HttpResponse } from 'msw';
import type { KnownEntitlement } from '../src/license/entitlements.js';

/** A route of the mock API other than `/admin/license`. */
export type MockRoute = {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Without this entitlement in force, the route answers 402. */
  readonly entitlement?: KnownEntitlement;
  readonly access: 'admin' | 'anyone';
  readonly answer: (request: Request) => Response | Promise<Response>;
};

/** A model whose upstream provider has run out of credit. Its 402 does not come from the license. */
const BROKE_MODEL = 'deepseek-v3';

const list = (name: string, items: readonly string[]) => () => HttpResponse.json({ [name]: items });

/**
 * The API routes that the demo uses. Only `/admin/audit/export` is documented as licensed.
 * The other licensed routes are invented. `/v1/` stands for the core API, which works without a license.
 */
export const demoRoutes: readonly MockRoute[] = [
  {
    method: 'get',
    path: '/admin/audit/export',
    entitlement: 'audit_export',
    access: 'admin',
    answer: () =>
      HttpResponse.text('{"at":"2027-04-29T09:12:44Z","actor":"ada","action":"key.create"}\n', {
        headers: { 'content-type': 'application/x-ndjson' },
      }),
  },
  { method: 'get', path: '/admin/tenants', entitlement: 'multi_tenant', access: 'admin', answer: list('items', ['acme', 'globex']) },
  { method: 'get', path: '/admin/identity-providers', entitlement: 'oidc', access: 'admin', answer: list('items', ['Okta']) },
  { method: 'get', path: '/scim/v2/:resource', entitlement: 'scim', access: 'admin', answer: list('items', ['ada', 'grace']) },
  {
    method: 'get',
    path: '/admin/caches/memcached',
    entitlement: 'memcached_cache',
    access: 'admin',
    answer: list('items', ['10.0.0.7:11211']),
  },
  { method: 'get', path: '/admin/secrets/vault', entitlement: 'vault', access: 'admin', answer: list('items', ['kv/alexandria']) },
  {
    method: 'get',
    path: '/admin/autoscaling',
    entitlement: 'backend_autoscaling',
    access: 'admin',
    answer: list('items', ['llama: 2 to 8']),
  },
  { method: 'get', path: '/v1/models', access: 'anyone', answer: () => HttpResponse.json({ object: 'list', data: MODELS }) },
  { method: 'post', path: '/v1/chat/completions', access: 'anyone', answer: complete },
  // The target of the `login-redirect` fault. Requests with the token must never follow it.
  {
    method: 'get',
    path: '/login',
    access: 'anyone',
    answer: () => HttpResponse.html('<!doctype html><title>Sign in</title><form></form>'),
  },
  { method: 'get', path: '/healthz', access: 'anyone', answer: () => HttpResponse.json({ status: 'ok' }) },
];

const MODELS = ['llama-3.3-70b', 'qwen-2.5-32b', BROKE_MODEL].map((id) => ({ id, object: 'model' }));

async function complete(request: Request): Promise<Response> {
  const { model } = Object(await request.json().catch(() => null));
  if (model === BROKE_MODEL) {
    const error = { message: 'Insufficient Balance', type: 'unknown_error', param: null, code: 'invalid_request_error' };
    return HttpResponse.json({ error }, { status: 402 });
  }
  return HttpResponse.json({ object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: 'Papyrus.' } }] });
}
