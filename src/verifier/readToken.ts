import { base64url } from 'jose';
import { attempt } from '../lib/attempt.js';
import { isRecord } from '../lib/guards.js';
import { LicenseError } from '../license/LicenseError.js';
import { hasDuplicateNames } from './hasDuplicateNames.js';

const MAX_LENGTH = 16_384;
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A compact JWS with its decoded parts. Not verified. `jwk`, `jku`, `x5c` and `x5u` are ignored. */
export type Token = {
  readonly compactJws: string;
  readonly alg: unknown;
  readonly kid: string | undefined;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
};

/**
 * Decodes a compact JWS without verifying it. Refuses duplicate names, `crit`, `b64` and base64url that is not canonical.
 *
 * @throws {LicenseError} `malformed_token` if a check fails.
 */
export function readToken(compactJws: string): Token {
  if (typeof compactJws !== 'string' || compactJws.length > MAX_LENGTH) throw malformed('it is not a string of at most 16,384 characters');
  const segments = compactJws.split('.');
  if (segments.length !== 3) throw malformed('it does not have three segments');
  const [protectedHeader, payload, signature] = segments.map(decodeSegment);
  if (!protectedHeader || !payload || !signature) throw malformed('a segment is not canonical base64url');
  const header = parseJsonObject(protectedHeader, 'header');
  if ('crit' in header || 'b64' in header) throw malformed('its header contains `crit` or `b64`, which are not supported');
  const { alg, kid } = header;
  if (kid !== undefined && typeof kid !== 'string') throw malformed('its `kid` is not a string');
  return { compactJws, alg, kid, payload, signature };
}

/**
 * Parses a JSON object in UTF-8.
 *
 * @throws {LicenseError} `malformed_token` if the bytes are not a JSON object, or if an object contains a name twice. The message names the part.
 */
export function parseJsonObject(bytes: Uint8Array, part: 'header' | 'payload'): Record<string, unknown> {
  const text = attempt(() => DECODER.decode(bytes)) ?? '';
  const value = attempt((): unknown => JSON.parse(text));
  if (!isRecord(value)) throw malformed(`its ${part} is not a JSON object`);
  if (hasDuplicateNames(text)) throw malformed(`its ${part} contains a name twice`);
  return value;
}

// Decoders ignore white space and trailing bits. Encoding again shows whether the segment is the only text for these bytes.
function decodeSegment(segment: string): Uint8Array | undefined {
  const bytes = attempt(() => base64url.decode(segment));
  return bytes && base64url.encode(bytes) === segment ? bytes : undefined;
}

function malformed(why: string): LicenseError {
  return new LicenseError('malformed_token', `This is not a license key: ${why}. Copy the whole key, or ask for another.`);
}
