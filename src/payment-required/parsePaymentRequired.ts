import { parseJson } from '../lib/attempt.js';
import { isRecord } from '../lib/guards.js';
import { type EntitlementRoutes, isKnownEntitlement } from '../license/entitlements.js';

/** A 402 answer of the Alexandria API, as much of it as was read. */
export type PaymentRequiredResponse = {
  /**
   * The path below the base URL, with its slash in front and without a query; `null` where it isn't known, and then the answer counts for no
   * more than one of the core API.
   */
  readonly path: string | null;
  /** Its headers; only their names are looked at. */
  readonly headers: Pick<Headers, 'has'>;
  /** The body as text; `null` when there is none, or it was too long to be read. */
  readonly body: string | null;
};

/** What a 402 says of the entitlement that is missing; what of it counts depends on the license. */
export type PaymentRequiredDetails = {
  /** The texts of fields that can only mean entitlements, field by field, the first in order first. */
  readonly named: readonly (readonly string[])[];
  /** The texts of `feature` and `code`, which may mean anything else. */
  readonly hinted: readonly string[];
  /** From the map of routes. */
  readonly route: string | null;
  /** Whether the path belongs to the core API, where an upstream provider may have answered 402 by itself, or may for all that is known. */
  readonly core: boolean;
  /** Whether it speaks of a quota, a balance or a budget. */
  readonly quota: boolean;
};

/** The one licensed route that is documented. */
export const DOCUMENTED_ROUTES: EntitlementRoutes = { '/admin/audit/export': 'audit_export' };

const NAMES = ['entitlement', 'missing_entitlement', 'required_entitlement', 'missingEntitlement', 'requiredEntitlement'];
const NAMING_FIELDS = [...NAMES, ...NAMES.map((name) => `${name}s`)];
const NESTED = ['error', 'detail', 'data'];
const ENTITLEMENT_ID = /^[a-z0-9_.-]{1,64}$/;
const MAX_NAMED = 8;
const MAX_TEXT_LENGTH = 4_096;
const MAX_TEXTS = 64;
const MAX_DEPTH = 4;
// Quotas and accounts run out with a 402, too; no license would help.
const LACKING = 'insufficient|not enough|more|no|out of|top up|add';
const SPENT = 'insufficient|exhausted|used up|too low|low|empty|depleted|negative|remaining|exceeded|required';
const QUOTA = new RegExp(
  [
    'quota|budget|rate limit',
    '\\b(limit|cap)s? ((is|was|has been|have been) )?(reached|exceeded|hit)\\b|\\bexceed\\w* (\\w+ ){0,4}(limit|cap)s?\\b',
    `\\b(${LACKING}) (\\w+ ){0,2}(credit|balance|fund)`,
    `\\b(credit|balance|fund)s? (\\w+ ){0,3}(${SPENT})\\b`,
  ].join('|'),
  'i',
);
// Who speaks of the license itself means it, also where a quota is mentioned beside it.
const LICENSE =
  /\blicen[cs]e (\w+ ){0,2}(expired|missing|invalid|required|needed|include)|(need|require|without)\w* (\w+ ){0,3}licen[cs]e|entitle|unlicen[cs]ed/i;

/**
 * Reads what a 402 says of the entitlement that is missing; `null` when it can't be about the license: an x402 answer, or
 * the license route itself. Never throws.
 *
 * @see docs/contract.md, 402
 */
export function parsePaymentRequired(
  { path, headers, body }: PaymentRequiredResponse,
  routes: EntitlementRoutes,
): PaymentRequiredDetails | null {
  if (path === '/admin/license' || headers.has('payment-required')) return null;
  const top = parseJson(body ?? '');
  const layers = layersOf(top);
  if (layers.some((layer) => Object.hasOwn(layer, 'x402Version'))) return null;
  const texts = (fields: readonly string[]) =>
    fields.flatMap((field) => layers.map((layer) => [own(layer, field)].flat().filter(isText).slice(0, MAX_NAMED)));
  return {
    named: texts(NAMING_FIELDS),
    hinted: texts(['feature', 'code']).flat(),
    route: routeOf(path, routes),
    core: path === null || path === '/v1' || path.startsWith('/v1/'),
    quota: isAboutQuota(top, body),
  };
}

/**
 * The entitlements that a 402 names, given those of the license: none when it names nothing, `null` when it is no license
 * answer, as that of an upstream provider, or one about a quota.
 *
 * @see docs/contract.md, 402
 */
export function entitlementsOf(
  { named, hinted, route, core, quota }: PaymentRequiredDetails,
  licensed: readonly string[],
): readonly string[] | null {
  const isKnown = (id: string) => isKnownEntitlement(id) || licensed.includes(id);
  const counts = (id: string) => isKnown(id) || (!core && ENTITLEMENT_ID.test(id));
  const fromFields = named.map((ids) => ids.filter(counts)).find((ids) => ids.length > 0);
  if (fromFields) return [...new Set(fromFields)];
  const hint = hinted.find(isKnown);
  if (hint !== undefined) return [hint];
  if (quota) return null;
  if (route !== null) return [route];
  return core ? null : [];
}

/** The entitlement that a path needs by the map of routes; the longest key is the most exact one. */
export function routeOf(path: string | null, routes: EntitlementRoutes): string | null {
  const keys = Object.keys(routes).filter((key) => (key.endsWith('/') ? `${path}/`.startsWith(key) : path === key));
  const [best] = keys.sort((one, other) => other.length - one.length);
  return best === undefined ? null : (routes[best] ?? null);
}

type Layer = Readonly<Record<string, unknown>>;

// The body itself, and the objects that are known to be wrapped around what matters.
function layersOf(top: unknown): readonly Layer[] {
  if (!isRecord(top)) return [];
  const outer = top;
  return [outer, ...NESTED.map((field) => own(outer, field)).filter(isRecord)];
}

function isAboutQuota(top: unknown, body: string | null): boolean {
  // Of a page only what a person would read.
  const told = top === undefined ? (body ?? '').slice(0, MAX_TEXT_LENGTH).replace(/<[^<>]*>/g, ' ') : textsIn(top, MAX_DEPTH).join(' | ');
  // `insufficient_quota` and `insufficientQuota` are words, too.
  const words = told
    .slice(0, MAX_TEXT_LENGTH)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}|]+/gu, ' ');
  return QUOTA.test(words) && !LICENSE.test(words);
}

// What an answer says, wherever it says it; addresses say nothing.
function textsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return value.includes('://') ? [] : [value];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .slice(0, MAX_TEXTS)
    .flatMap((member) => textsIn(member, depth - 1))
    .slice(0, MAX_TEXTS);
}

function own(layer: Layer, field: string): unknown {
  return Object.hasOwn(layer, field) ? layer[field] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
