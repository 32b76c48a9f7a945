import { attempt, parseJson } from '../lib/attempt.js';
import { isRecord } from '../lib/guards.js';
import { type EntitlementOf, type EntitlementRoutes, isKnownEntitlement, type PaymentRequiredResponse } from '../license/entitlements.js';

/** The app's rules for 402s. */
export type EntitlementRules = {
  readonly entitlementRoutes: EntitlementRoutes;
  readonly entitlementOf?: EntitlementOf | undefined;
};

/** A 402 with its body as text; `null` if the body was not read. */
type RawResponse = Omit<PaymentRequiredResponse, 'body'> & { readonly body: string | null };

const NAMES = ['entitlement', 'required_entitlement', 'missing_entitlement', 'requiredEntitlement', 'missingEntitlement'];
const NAMING_FIELDS = [...NAMES, ...NAMES.map((name) => `${name}s`)];
const WRAPPERS = ['error', 'detail', 'data'];
const ENTITLEMENT_ID = /^[a-z0-9_.-]{1,64}$/;
// Limits the notices that one 402 can raise.
const MAX_IDS = 8;

/**
 * Returns the ids of the entitlements that a 402 is about, and an empty array if it names none. Returns `null` if the 402 is not about the
 * license. Never throws.
 *
 * @see docs/contract.md, 402
 */
export function parsePaymentRequired(
  { method, path, headers, body }: RawResponse,
  { entitlementRoutes, entitlementOf }: EntitlementRules,
  licensed: readonly string[],
): readonly string[] | null {
  if (isNeverAboutLicense(path, headers)) return null;
  const json = parseJson(body ?? '');
  const appAnswer = attempt(() => entitlementOf?.({ method, path, headers, body: json === undefined ? body || null : json }));
  if (appAnswer === null) return null;
  const isCore = isCoreApi(path);
  const counts = (id: string) => !isCore || isKnownEntitlement(id) || licensed.includes(id);
  const sources = [validIds(appAnswer), ...idsInBody(json, counts), validIds(entitlementOfRoute(path, entitlementRoutes), counts)];
  return sources.find((ids) => ids.length > 0) ?? (isCore ? null : []);
}

/** Returns true for the license route, and for x402 responses, which ask for a payment. */
export function isNeverAboutLicense(path: string | null, headers: Headers): boolean {
  return path === '/admin/license' || headers.has('payment-required');
}

/** Returns the entitlement that a path needs by the route map; the longest key wins. `null` if no key covers the path. */
function entitlementOfRoute(path: string | null, routes: EntitlementRoutes): string | null {
  const matches = Object.entries(routes).filter(([key]) => (key.endsWith('/') ? `${path}/`.startsWith(key) : path === key));
  return matches.sort(([one], [other]) => other.length - one.length)[0]?.[1] ?? null;
}

// A model provider behind the core API may return a 402 of its own. So may any server if the URL is unknown.
function isCoreApi(path: string | null): boolean {
  return path === null || path === '/v1' || path.startsWith('/v1/');
}

/** Returns the ids of each field, in the order of precedence. */
function idsInBody(json: unknown, counts: (id: string) => boolean): readonly (readonly string[])[] {
  if (!isRecord(json)) return [];
  const layers = [json, ...WRAPPERS.map((name) => json[name]).filter(isRecord)];
  return NAMING_FIELDS.flatMap((field) => layers.map((layer) => validIds(layer[field], counts)));
}

function validIds(value: unknown, counts = (_: string) => true): readonly string[] {
  const ids = [value].flat().filter((id): id is string => typeof id === 'string' && ENTITLEMENT_ID.test(id) && counts(id));
  return [...new Set(ids)].slice(0, MAX_IDS);
}
