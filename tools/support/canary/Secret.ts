import { SignJWT, importJWK } from 'jose';
import { demoPrivateKey } from '../../../mocks/demoKey.js';

/** A text that must not leak, and its name in a report. */
export type Secret = { readonly name: string; readonly text: string };

/** A text, and the place where it was found. */
export type Finding = { readonly place: string; readonly text: string };

// Any 24 consecutive letters of a secret contain a complete block of this length.
const BLOCK = 12;

/** Mints an admin token that the mock API accepts. Its header and payload differ from those of other tokens. */
export async function canaryToken(): Promise<string> {
  return new SignJWT({ jti: 'canary-of-the-admin-token', role: 'admin', aud: 'alexandria-mock-api' })
    .setProtectedHeader({ kid: 'canary-token', typ: 'JWT', alg: 'EdDSA' })
    .sign(await importJWK(demoPrivateKey, 'EdDSA'));
}

/** Mints a license key with the demo key, valid for a year. */
export async function canaryKey(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return new SignJWT({
    jti: 'canary-of-the-license-key',
    tier: 'enterprise',
    entitlements: ['oidc', 'scim'],
    sub: 'Papyrus Ltd',
    ...claims,
  })
    .setProtectedHeader({ kid: demoPrivateKey.kid ?? '', typ: 'JWT', alg: 'EdDSA' })
    .setExpirationTime('365d')
    .sign(await importJWK(demoPrivateKey, 'EdDSA'));
}

/** Returns a license key with an invalid signature of the right form. */
export function forgedKey(key: string): string {
  return `${key.slice(0, -40)}${[...key.slice(-40, -1)].reverse().join('')}A`;
}

/**
 * Creates a function that finds pieces of the secrets, from 24 letters on. It detects plain text, base64, hex, byte numbers, escapes
 * and line breaks.
 *
 * @param innocent Harmless texts of the same kind. Parts that a secret shares with them do not count.
 */
export function createFinder(
  secrets: readonly Secret[],
  innocent: readonly string[] = [],
): (findings: readonly Finding[]) => readonly string[] {
  const common = innocent.flatMap(piecesOf).join(' ');
  const known = secrets.map(({ name, text }) => ({
    name,
    pieces: [...new Set(piecesOf(text))].filter((piece) => !innocent.join(' ').includes(piece) && !common.includes(piece)),
  }));
  return (findings) => [
    ...new Set(
      findings.flatMap(({ place, text }) => {
        const texts = readingsOf(text);
        return known
          .filter(({ pieces }) => pieces.some((piece) => texts.some((reading) => reading.includes(piece))))
          .map(({ name }) => `${name} in ${place}`);
      }),
    ),
  ];
}

function piecesOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => bytes.subarray(shift).toString('base64').replace(/=+$/, '').slice(0, -4));
  return [
    ...blocksOf(text, BLOCK),
    ...base64.flatMap((form) => blocksOf(form, 16)),
    ...blocksOf(bytes.toString('hex'), 2 * BLOCK),
    ...Array.from({ length: Math.floor(bytes.length / BLOCK) }, (_, at) => [...bytes.subarray(at * BLOCK, (at + 1) * BLOCK)].join(',')),
    // Claims that must not appear anywhere.
    ...['canary-of-the-admin-token', 'canary-of-the-license-key'].filter((mark) => payloadOf(text).includes(mark)),
  ];
}

function payloadOf(jwt: string): string {
  return Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString();
}

function blocksOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.floor(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}

function readingsOf(text: string): readonly string[] {
  const unescaped = text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const joined = unescaped.replace(/\\[rnt]|[\s\p{Cf}]+/gu, '');
  return [...new Set([text, unescaped, joined, joined.replaceAll('-', '+').replaceAll('_', '/')])];
}
