import type { KnownEntitlement } from '../src/license/entitlements.js';

/** A demo page for a licensed feature, with the requests that it sends when it opens. */
export type Feature = {
  readonly page: string;
  readonly title: string;
  readonly purpose: string;
  readonly entitlement: KnownEntitlement;
  readonly paths: readonly string[];
};

const SCIM = [
  'Users',
  'Groups',
  'Schemas',
  'ResourceTypes',
  'ServiceProviderConfig',
  'Me',
  'Bulk',
  'Roles',
  'Entitlements',
  'Teams',
  'Devices',
  'Apps',
];

/** A page for each licensed feature except the audit log, which has its own. SCIM sends twelve requests at once. */
export const FEATURES: readonly Feature[] = [
  {
    page: 'tenants',
    title: 'All tenants',
    purpose: 'Each tenant has its own keys, budgets and logs.',
    entitlement: 'multi_tenant',
    paths: ['/admin/tenants'],
  },
  {
    page: 'sign-on',
    title: 'Identity providers',
    purpose: 'Users sign in with their company account.',
    entitlement: 'oidc',
    paths: ['/admin/identity-providers'],
  },
  {
    page: 'directory',
    title: 'Synchronized users',
    purpose: 'Users and groups follow the company’s directory over SCIM 2.0.',
    entitlement: 'scim',
    paths: SCIM.map((resource) => `/scim/v2/${resource}`),
  },
  {
    page: 'cache',
    title: 'Memcached nodes',
    purpose: 'Large responses are cached close to the gateway.',
    entitlement: 'memcached_cache',
    paths: ['/admin/caches/memcached'],
  },
  {
    page: 'secrets',
    title: 'Vault mounts',
    purpose: 'The keys of the model providers are stored in Vault.',
    entitlement: 'vault',
    paths: ['/admin/secrets/vault'],
  },
  {
    page: 'autoscaling',
    title: 'Backends',
    purpose: 'Model backends scale with the load.',
    entitlement: 'backend_autoscaling',
    paths: ['/admin/autoscaling'],
  },
];
