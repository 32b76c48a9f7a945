import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImportedKey } from '../../../src/verifier/importKey.js';
import { verifyBytes } from '../../../src/verifier/verifyBytes.js';

// An engine that takes whatever it is given: what is refused is refused in front of it.
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

describe('a signature', () => {
  it.each([
    ['0', 0n, true],
    ['one below the order', ORDER - 1n, true],
    ['the order', ORDER, false],
    ['one above it', ORDER + 1n, false],
    ['the largest there is', 2n ** 256n - 1n, false],
  ])('of Ed25519 is the only one of its value: a scalar of %s', async (_, scalar, expected) => {
    expect(await accepts('EdDSA', null, Uint8Array.from([...new Uint8Array(32).fill(255), ...littleEndian(scalar)]))).toBe(expected);
  });

  it.each([0, 32, 63, 65, 128])('of Ed25519 has 64 bytes, and not %i', async (length) => {
    expect(await accepts('EdDSA', null, new Uint8Array(length))).toBe(false);
  });

  it.each(['RS256', 'PS256'] as const)('of %s is less than the modulus, and as long', async (algorithm) => {
    const modulus = bigEndian(0xc1_00_02n, 3);
    const answers = [0n, 0xc1_00_01n, 0xc1_00_02n, 0xc1_00_03n, 0xff_00_00n].map((value) => bigEndian(value, 3));
    for (const [at, signature] of answers.entries()) expect(await accepts(algorithm, modulus, signature)).toBe(at < 2);
    for (const length of [2, 4]) expect(await accepts(algorithm, modulus, bigEndian(1n, length))).toBe(false);
  });

  it('of ES256 is left to the engine', async () => {
    expect(await accepts('ES256', null, new Uint8Array(64).fill(255))).toBe(true);
  });
});
