import { describe, expect, it } from 'vitest';
import { isReducedSignature } from '../../../src/verifier/isReducedSignature.js';

const littleEndian = (number: bigint) => Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 255n));
const bigEndian = (number: bigint, length: number) => Uint8Array.from(littleEndian(number).slice(0, length).reverse());
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

describe('isReducedSignature', () => {
  it.each([
    ['0', 0n, true],
    ['one below the order', ORDER - 1n, true],
    ['the order', ORDER, false],
    ['one above the order', ORDER + 1n, false],
    ['the largest number', 2n ** 256n - 1n, false],
  ])('accepts an Ed25519 signature only with a scalar below the order: %s', (_, scalar, expected) => {
    expect(isReducedSignature('EdDSA', Uint8Array.from([...new Uint8Array(32).fill(255), ...littleEndian(scalar)]), null)).toBe(expected);
  });

  it.each([0, 32, 63, 65, 128])('refuses an Ed25519 signature of %i bytes', (length) => {
    expect(isReducedSignature('EdDSA', new Uint8Array(length), null)).toBe(false);
  });

  it.each(['RS256', 'PS256'] as const)('accepts a signature of %s only if it is less than the modulus, and as long', (algorithm) => {
    const modulus = bigEndian(0xc1_00_02n, 3);
    const answers = [0n, 0xc1_00_01n, 0xc1_00_02n, 0xc1_00_03n, 0xff_00_00n].map((value) => bigEndian(value, 3));
    for (const [at, signature] of answers.entries()) expect(isReducedSignature(algorithm, signature, modulus)).toBe(at < 2);
    for (const length of [2, 4]) expect(isReducedSignature(algorithm, bigEndian(1n, length), modulus)).toBe(false);
  });

  it('leaves an ES256 signature to the engine', () => {
    expect(isReducedSignature('ES256', new Uint8Array(64).fill(255), null)).toBe(true);
  });
});
