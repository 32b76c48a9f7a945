import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImportedKey } from '../../../src/verifier/importKey.js';
import { verifyBytes } from '../../../src/verifier/verifyBytes.js';

// The mocked engine accepts every signature, so that a refusal can only come from the checks before it.
afterEach(() => {
  vi.restoreAllMocks();
});

const key = (modulus: Uint8Array | null): ImportedKey => ({ key: Object({}), modulus, demo: false });
const littleEndian = (number: bigint) => Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 255n));
const bigEndian = (number: bigint, length: number) => Uint8Array.from(littleEndian(number).slice(0, length).reverse());
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

async function accepts(algorithm: 'EdDSA' | 'RS256' | 'PS256' | 'ES256', modulus: Uint8Array | null, signature: Uint8Array<ArrayBuffer>) {
  const verify = vi.spyOn(crypto.subtle, 'verify').mockResolvedValue(true);
  const accepted = await verifyBytes(algorithm, key(modulus), signature, new Uint8Array(1));
  expect(verify).toHaveBeenCalledTimes(accepted ? 1 : 0);
  verify.mockRestore();
  return accepted;
}

describe('verifyBytes', () => {
  it.each([
    ['0', 0n, true],
    ['one below the order', ORDER - 1n, true],
    ['the order', ORDER, false],
    ['one above the order', ORDER + 1n, false],
    ['the largest number', 2n ** 256n - 1n, false],
  ])('accepts an Ed25519 signature only with a scalar below the order: %s', async (_, scalar, expected) => {
    expect(await accepts('EdDSA', null, Uint8Array.from([...new Uint8Array(32).fill(255), ...littleEndian(scalar)]))).toBe(expected);
  });

  it.each([0, 32, 63, 65, 128])('refuses an Ed25519 signature of %i bytes', async (length) => {
    expect(await accepts('EdDSA', null, new Uint8Array(length))).toBe(false);
  });

  it.each(['RS256', 'PS256'] as const)('accepts a signature of %s only if it is less than the modulus, and as long', async (algorithm) => {
    const modulus = bigEndian(0xc1_00_02n, 3);
    const answers = [0n, 0xc1_00_01n, 0xc1_00_02n, 0xc1_00_03n, 0xff_00_00n].map((value) => bigEndian(value, 3));
    for (const [at, signature] of answers.entries()) expect(await accepts(algorithm, modulus, signature)).toBe(at < 2);
    for (const length of [2, 4]) expect(await accepts(algorithm, modulus, bigEndian(1n, length))).toBe(false);
  });

  it('leaves an ES256 signature to the engine', async () => {
    expect(await accepts('ES256', null, new Uint8Array(64).fill(255))).toBe(true);
  });
});
