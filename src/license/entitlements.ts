/**
 * The entitlement catalog of Alexandria EE, in the documented order.
 * Source: docs/contract.md, Entitlements.
 */
export const ENTITLEMENTS = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault', 'backend_autoscaling'] as const;

/** The id of an entitlement in the catalog. A license may name others, as plain strings. */
export type KnownEntitlement = (typeof ENTITLEMENTS)[number];

/**
 * Restricts {@link EntitlementId} to the app's own ids, by module augmentation.
 *
 * @example declare module '@alexandria-ee/license-ui' { interface Register { entitlement: 'scim' | 'reports' } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: only an interface can be augmented
export interface Register {}

/** The id of an entitlement. Editors suggest the catalog. Any text is valid, unless the app augments {@link Register}. */
export type EntitlementId = Register extends { entitlement: infer Id extends string } ? Id : KnownEntitlement | (string & {});

/**
 * Returns true for an id in the catalog.
 *
 * @example license.entitlements.filter(isKnownEntitlement)
 */
export function isKnownEntitlement(id: string): id is KnownEntitlement {
  return (ENTITLEMENTS as readonly string[]).includes(id);
}

/** Maps a path below the base URL to the entitlement that it needs. A key with a trailing slash covers that path and all below it. */
export type EntitlementRoutes = Readonly<Record<string, EntitlementId>>;

/** The one licensed route that Alexandria documents. */
export const DOCUMENTED_ROUTES: EntitlementRoutes = { '/admin/audit/export': 'audit_export' };

/** A 402 response, as `entitlementOf` receives it. */
export type PaymentRequiredResponse = {
  /** In upper case. `null` with `observeQueryClient`. */
  readonly method: string | null;
  /** The decoded path below the base URL, with a leading slash and without the query. `null` if unknown. */
  readonly path: string | null;
  readonly headers: Headers;
  /** Parsed JSON, else text. `null` if the body is empty, unreadable, slow or longer than 64 KiB. */
  readonly body: unknown;
};

/**
 * Returns the entitlement or entitlements that a 402 is about; `null` if it is not about the license. If it returns
 * `undefined` or no valid id, or throws, the package reads the body and `entitlementRoutes`.
 *
 * @example ({ headers }) => headers.get('x-missing-entitlement') ?? undefined
 */
export type EntitlementOf = (response: PaymentRequiredResponse) => string | readonly string[] | null | undefined;
