import type { KnownEntitlement } from '../contract/entitlements.js';

/** A page of the demo for a licensed feature, and the requests that it makes when it opens. */
export type Feature = {
  readonly page: string;
  readonly title: string;
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

/** One page for each licensed feature but the audit log, which has one of its own. That of SCIM asks twelve times at once. */
export const FEATURES: readonly Feature[] = [
  { page: 'tenants', title: 'Tenants', entitlement: 'multi_tenant', paths: ['/admin/tenants'] },
  { page: 'sign-on', title: 'Single sign-on', entitlement: 'oidc', paths: ['/admin/identity-providers'] },
  { page: 'directory', title: 'Directory sync', entitlement: 'scim', paths: SCIM.map((resource) => `/scim/v2/${resource}`) },
  { page: 'cache', title: 'Cache', entitlement: 'memcached_cache', paths: ['/admin/caches/memcached'] },
  { page: 'secrets', title: 'Secrets', entitlement: 'vault', paths: ['/admin/secrets/vault'] },
  { page: 'autoscaling', title: 'Autoscaling', entitlement: 'backend_autoscaling', paths: ['/admin/autoscaling'] },
];
