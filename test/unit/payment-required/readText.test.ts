import { describe, expect, it } from 'vitest';
import { readData } from '../../../src/payment-required/readText.js';

describe('readData', () => {
  it.each([
    ['text', (length: number) => 'x'.repeat(length)],
    ['parsed JSON', (length: number) => ['x'.repeat(length - 4)]],
    ['a blob', (length: number) => new Blob(['x'.repeat(length)])],
  ])('returns null for %s of more than 64 KiB', async (_, create) => {
    expect((await readData(create(65_536)))?.length).toBe(65_536);
    expect(await readData(create(65_537))).toBeNull();
  });
});
