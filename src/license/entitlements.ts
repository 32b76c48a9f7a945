/**
 * The entitlement catalog of Alexandria EE, in the documented order.
 * Source: docs/contract.md, Entitlements.
 */
export const ENTITLEMENTS = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault', 'backend_autoscaling'] as const;

/** The id of an entitlement in the catalog. A license may name others, as plain strings. */
export type KnownEntitlement = (typeof ENTITLEMENTS)[number];

/**
 * Returns true for an id in the catalog.
 *
 * @example license.entitlements.filter(isKnownEntitlement)
 */
export function isKnownEntitlement(id: string): id is KnownEntitlement {
  return (ENTITLEMENTS as readonly string[]).includes(id);
}

/** Maps a path below the base URL to the entitlement that it needs. A key that ends with a slash covers all paths below it. */
export type EntitlementRoutes = Readonly<Record<string, string>>;
