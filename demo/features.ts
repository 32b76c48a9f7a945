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
    purpose: 'Each tenant has keys, budgets and logs of its own.',
    entitlement: 'multi_tenant',
    paths: ['/admin/tenants'],
  },
  {
    page: 'sign-on',
    title: 'Identity providers',
    purpose: 'People sign in with the account of their company.',
    entitlement: 'oidc',
    paths: ['/admin/identity-providers'],
  },
  {
    page: 'directory',
    title: 'Synchronised people',
    purpose: 'Users and groups follow the company’s directory over SCIM 2.0.',
    entitlement: 'scim',
    paths: SCIM.map((resource) => `/scim/v2/${resource}`),
  },
  {
    page: 'cache',
    title: 'Memcached nodes',
    purpose: 'Large answers are kept close to the gateway.',
    entitlement: 'memcached_cache',
    paths: ['/admin/caches/memcached'],
  },
  {
    page: 'secrets',
    title: 'Vault mounts',
    purpose: 'The keys of the model providers stay in Vault.',
    entitlement: 'vault',
    paths: ['/admin/secrets/vault'],
  },
  {
    page: 'autoscaling',
    title: 'Backends',
    purpose: 'Model backends grow and shrink with the load.',
    entitlement: 'backend_autoscaling',
    paths: ['/admin/autoscaling'],
  },
];
