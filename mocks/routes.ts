import { HttpResponse } from 'msw';
import type { KnownEntitlement } from '../src/contract/entitlements.js';

/** A route of the mock API beside `/admin/license`. */
export type MockRoute = {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Beyond grace, and without this entitlement, the route answers 402. */
  readonly entitlement?: KnownEntitlement;
  readonly access: 'admin' | 'anyone';
  readonly answer: () => Response;
};

/**
 * What the demo needs of the API. Only `/admin/audit/export` is documented as licensed; `/v1/` stands for the core API,
 * which works without a license.
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
  {
    method: 'get',
    path: '/v1/models',
    access: 'anyone',
    answer: () =>
      HttpResponse.json({
        object: 'list',
        data: [
          { id: 'llama-3.3-70b', object: 'model' },
          { id: 'qwen-2.5-32b', object: 'model' },
        ],
      }),
  },
  { method: 'get', path: '/healthz', access: 'anyone', answer: () => HttpResponse.json({ status: 'ok' }) },
];
