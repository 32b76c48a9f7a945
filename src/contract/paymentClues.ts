import { isKnownEntitlement } from './entitlements.js';

/** A 402 answer of the Alexandria API, as much of it as was read. */
export type PaymentRequiredAnswer = {
  /** The path below the base URL, with its slash in front and without a query. */
  readonly path: string;
  readonly headers: Pick<Headers, 'has'>;
  /** The body as text; `null` when there is none, or it was too long to be read. */
  readonly body: string | null;
};

/** Which entitlement a path needs; a key that ends with a slash stands for all paths below it. */
export type EntitlementRoutes = Readonly<Record<string, string>>;

/** What a 402 says of the entitlement that is missing; what of it counts depends on the license. */
export type PaymentClues = {
  /** The texts of fields that can only mean entitlements, field by field, the first in order first. */
  readonly named: readonly (readonly string[])[];
  /** The texts of `feature` and `code`, which may mean anything else. */
  readonly hinted: readonly string[];
  /** From the map of routes. */
  readonly route: string | null;
  /** Whether the path belongs to the core API, where an upstream provider may have answered 402 by itself. */
  readonly core: boolean;
  /** Whether it speaks of a quota, a balance or a budget. */
  readonly quota: boolean;
};

/** The one licensed route that is documented. */
export const DOCUMENTED_ROUTES: EntitlementRoutes = { '/admin/audit/export': 'audit_export' };

const NAMES = ['entitlement', 'missing_entitlement', 'required_entitlement', 'missingEntitlement', 'requiredEntitlement'];
const NAMING_FIELDS = [...NAMES, ...NAMES.map((name) => `${name}s`)];
const NESTED = ['error', 'detail', 'data'];
const TELLING_FIELDS = ['code', 'type', 'title', 'message', 'error', 'detail', 'cause'];
const ENTITLEMENT_ID = /^[a-z0-9_.-]{1,64}$/;
const MAX_ID_LENGTH = 256;
const MAX_NAMED = 8;
const MAX_TEXT_LENGTH = 4_096;
// Quotas and accounts run out with a 402, too; no license would help.
const QUOTA =
  /quota|budget|rate.?limit|(usage|spend\w*|credit|plan|billing.?hard).?(limit|cap)|(not enough|insufficient|more|out of|top up)\W+(\w+\W+){0,2}(credit|balance|fund)|credit balance/i;
const LICENSE = /licen[cs]e|entitle/i;

/**
 * Reads what a 402 says of the entitlement that is missing; `null` when it can't be about the license: an x402 answer, or
 * the license route itself. Never throws.
 *
 * @see docs/contract.md, 402
 */
export function readPaymentClues({ path, headers, body }: PaymentRequiredAnswer, routes: EntitlementRoutes): PaymentClues | null {
  if (path === '/admin/license' || headers.has('payment-required')) return null;
  const layers = layersOf(body);
  if (layers.some((layer) => Object.hasOwn(layer, 'x402Version'))) return null;
  const texts = (fields: readonly string[]) =>
    fields.flatMap((field) => layers.map((layer) => [own(layer, field)].flat().filter(isText).slice(0, MAX_NAMED)));
  return {
    named: texts(NAMING_FIELDS),
    hinted: texts(['feature', 'code']).flat(),
    route: routeOf(path, routes),
    core: path === '/v1' || path.startsWith('/v1/'),
    quota: isAboutQuota(layers, body),
  };
}

/**
 * The entitlements that a 402 names, given those of the license: none when it names nothing, `null` when it is no license
 * answer, as that of an upstream provider, or one about a quota.
 *
 * @see docs/contract.md, 402
 */
export function entitlementsOf({ named, hinted, route, core, quota }: PaymentClues, licensed: readonly string[]): readonly string[] | null {
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
export function routeOf(path: string, routes: EntitlementRoutes): string | null {
  const keys = Object.keys(routes).filter((key) => (key.endsWith('/') ? `${path}/`.startsWith(key) : path === key));
  const [best] = keys.sort((one, other) => other.length - one.length);
  return best === undefined ? null : (routes[best] ?? null);
}

type Layer = Readonly<Record<string, unknown>>;

// The body itself, and the objects that are known to be wrapped around what matters.
function layersOf(body: string | null): readonly Layer[] {
  let top: unknown;
  try {
    top = JSON.parse(body ?? '');
  } catch {
    return [];
  }
  if (!isLayer(top)) return [];
  const outer = top;
  return [outer, ...NESTED.map((field) => own(outer, field)).filter(isLayer)];
}

function isAboutQuota(layers: readonly Layer[], body: string | null): boolean {
  // `errors` is a list in some APIs; what it says is read, but no name is taken from it.
  const speaking = [...layers, ...layers.flatMap((layer) => [own(layer, 'errors')].flat()).filter(isLayer)];
  const told = speaking.flatMap((layer) => TELLING_FIELDS.map((field) => own(layer, field))).filter((value) => typeof value === 'string');
  // Of a page only what a person would read.
  const page = (body ?? '').slice(0, MAX_TEXT_LENGTH).replace(/<[^>]*>/g, ' ');
  const text = speaking.length > 0 ? told.join('\n').slice(0, MAX_TEXT_LENGTH) : page;
  return QUOTA.test(text) && !LICENSE.test(text);
}

function own(layer: Layer, field: string): unknown {
  return Object.hasOwn(layer, field) ? layer[field] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_ID_LENGTH;
}

function isLayer(value: unknown): value is Layer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
