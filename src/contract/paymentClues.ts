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
  /** From fields that can only mean an entitlement. */
  readonly named: readonly string[];
  /** From `feature` and `code`, which may mean anything else. */
  readonly hinted: readonly string[];
  /** From the map of routes. */
  readonly route: string | null;
  /** Whether the path belongs to the core API, where an upstream provider may have answered 402 by itself. */
  readonly core: boolean;
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
const QUOTA = /quota|insufficient.{0,9}(balance|funds|credit)|credit balance|out of credits?|billing.?(hard.?)?limit|budget|rate.?limit/i;
const LICENSE = /licen[cs]e|entitle/i;

/**
 * Reads what a 402 says of the entitlement that is missing; `null` when it isn't about the license at all: an x402 answer,
 * one about a quota or a balance, or the license route itself. Never throws.
 *
 * @see docs/contract.md, 402
 */
export function readPaymentClues({ path, headers, body }: PaymentRequiredAnswer, routes: EntitlementRoutes): PaymentClues | null {
  if (path === '/admin/license' || headers.has('payment-required')) return null;
  const layers = layersOf(body);
  if (layers.some((layer) => Object.hasOwn(layer, 'x402Version'))) return null;
  const named = firstTexts(layers, NAMING_FIELDS);
  if (named.length === 0 && isAboutQuota(layers, body)) return null;
  return {
    named,
    hinted: [...firstTexts(layers, ['feature']), ...firstTexts(layers, ['code'])],
    route: routeOf(path, routes),
    core: path.startsWith('/v1/'),
  };
}

/**
 * The entitlements that a 402 names, given those of the license: none when it names nothing, `null` when it is no license
 * answer, as that of an upstream provider.
 *
 * @see docs/contract.md, 402
 */
export function entitlementsOf({ named, hinted, route, core }: PaymentClues, licensed: readonly string[]): readonly string[] | null {
  const isKnown = (id: string) => isKnownEntitlement(id) || licensed.includes(id);
  const fromFields = named.filter((id) => isKnown(id) || (!core && ENTITLEMENT_ID.test(id)));
  if (fromFields.length > 0) return fromFields;
  const fromHints = hinted.filter(isKnown);
  if (fromHints.length > 0) return fromHints.slice(0, 1);
  if (route !== null) return [route];
  return core ? null : [];
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

function firstTexts(layers: readonly Layer[], fields: readonly string[]): readonly string[] {
  for (const field of fields) {
    for (const layer of layers) {
      const texts = [own(layer, field)].flat().filter(isText);
      if (texts.length > 0) return [...new Set(texts)].slice(0, MAX_NAMED);
    }
  }
  return [];
}

function isAboutQuota(layers: readonly Layer[], body: string | null): boolean {
  const told = layers.flatMap((layer) => TELLING_FIELDS.map((field) => own(layer, field)));
  const text = (layers.length > 0 ? told.filter((value) => typeof value === 'string') : [body]).join('\n').slice(0, MAX_TEXT_LENGTH);
  return QUOTA.test(text) && !LICENSE.test(text);
}

function routeOf(path: string, routes: EntitlementRoutes): string | null {
  const keys = Object.keys(routes).filter((key) => (key.endsWith('/') ? path.startsWith(key) : path === key));
  // The longest is the most exact one.
  const [best] = keys.sort((one, other) => other.length - one.length);
  return best === undefined ? null : (routes[best] ?? null);
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
