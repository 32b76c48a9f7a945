import { base64url } from 'jose';
import { LicenseError } from '../contract/LicenseError.js';

const MAX_LENGTH = 16_384;
const COMPACT_JWS = /^[\w-]+\.[\w-]*\.[\w-]+$/;

/** The members of a protected header that matter; embedded keys and their addresses are never read. */
export type TokenHeader = { readonly alg: unknown; readonly kid: string | undefined };

/**
 * Reads the protected header of a compact JWS, before anything in it is believed.
 *
 * @throws {LicenseError} `malformed_token`.
 */
export function readHeader(compactJws: string): TokenHeader {
  if (typeof compactJws !== 'string' || compactJws.length > MAX_LENGTH) throw malformed('it is no text of up to 16 KiB');
  if (!COMPACT_JWS.test(compactJws)) throw malformed('it does not have three parts of base64url');
  const parts = compactJws.split('.');
  if (!parts.every(isCanonical)) throw malformed('a part of it is not canonical base64url');
  const header = parseJsonObject(base64url.decode(parts[0] ?? ''), 'its header');
  // An extension that has to be understood can't be: none is.
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64')) throw malformed('its header asks for an extension');
  const kid = Object.hasOwn(header, 'kid') ? header['kid'] : undefined;
  if (kid !== undefined && typeof kid !== 'string') throw malformed('its kid is no text');
  return { alg: Object.hasOwn(header, 'alg') ? header['alg'] : undefined, kid };
}

/** @throws {LicenseError} `malformed_token` when the bytes aren't a JSON object in UTF-8. `what` names them. */
export function parseJsonObject(bytes: Uint8Array, what: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw malformed(`${what} is no JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(`${what} is no JSON object`);
  return Object.fromEntries(Object.entries(value));
}

// Decoders ignore trailing bits, so that many texts stand for the same bytes; only the one that an encoder writes is taken.
function isCanonical(part: string): boolean {
  try {
    return base64url.encode(base64url.decode(part)) === part;
  } catch {
    return false;
  }
}

function malformed(why: string): LicenseError {
  return new LicenseError('malformed_token', `This is no license key: ${why}. Copy the whole key, from the first letter to the last.`);
}
