import { defineConfig } from 'vitest/config';

// The tests that hold the pure rooms; the others start browsers and servers, once for each mutant.
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    environment: 'node',
    include: [
      'test/{contract,status,verifier}/**/*.test.ts',
      'test/vectors/vectors.test.ts',
      'test/client/{payments,readServerTime,createPaymentLedger,fetchLicense}.test.ts',
    ],
  },
});
