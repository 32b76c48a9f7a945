import { SignJWT, importJWK } from 'jose';
import { demoPrivateKey } from '../../../mocks/demoKey.js';

/** What must be nowhere, and how it is called in a report. */
export type Secret = { readonly name: string; readonly text: string };

/** A text that was found somewhere. */
export type Finding = { readonly place: string; readonly text: string };

// Any 24 letters of a secret hold one of these whole.
const BLOCK = 12;

/** An admin's token that the mock API takes; no other token begins or goes on like it. */
export async function canaryToken(): Promise<string> {
  return new SignJWT({ jti: 'canary-of-the-admin-token', role: 'admin', aud: 'alexandria-mock-api' })
    .setProtectedHeader({ kid: 'canary-token', typ: 'JWT', alg: 'EdDSA' })
    .sign(await importJWK(demoPrivateKey, 'EdDSA'));
}

/** A license key by the demo key, for a year. */
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

/** The same key with a signature of the right form that is not by the trusted key. */
export function forgedKey(key: string): string {
  return `${key.slice(0, -40)}${[...key.slice(-40, -1)].reverse().join('')}A`;
}

/**
 * Looks for pieces of the secrets, from 24 letters on: as they are, in base64, in hex, as numbers of bytes, escaped, or broken into lines.
 *
 * @param innocent Texts of the same kind, which say nothing: what they have in common with a secret is no piece of it.
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
    // A claim that nothing has a reason to show.
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
