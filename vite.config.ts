import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumOptions } from './tools/support/chromium.js';

const { ALEXANDRIA_API: api, ALEXANDRIA_TOKEN: token } = process.env;
if (api && !/^https?:\/\//.test(api))
  throw new Error(`ALEXANDRIA_API must be an http or https URL, such as http://127.0.0.1:8080; it is "${api}".`);
const proxied = { target: api ?? '', changeOrigin: true, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) };

// A busy machine is no reason to fail.
const TEST_TIMEOUT_MS = 30_000;

// Too slow for `npm test`: `npm run test:proofs`.
const PROOFS = ['test/e2e/{hostile,policies,theming,a11yMatrix,keyboard,compareScreenshots,herd}.test.ts'];

// The demo (`vite`, `vite build`) and the tests (`vitest`). The package itself is built by tsc.
export default defineConfig({
  plugins: [react()],
  base: './',
  // MSW alone is larger than what Vite warns of. For older browsers than ours, `:dir()` would be taken for a matter of language.
  build: { outDir: 'dist-demo', chunkSizeWarningLimit: 1_000, cssTarget: ['chrome123', 'firefox124', 'safari17.5'] },
  define: { __ALEXANDRIA_API__: JSON.stringify(api || null) },
  server: api ? { proxy: { '/admin': proxied, '/scim': proxied, '/v1': proxied, '/healthz': proxied } } : {},
  test: {
    reporters: ['default', './test/support/CountReporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: TEST_TIMEOUT_MS,
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react-dom/server',
            '@tanstack/react-query',
            'msw',
            'msw/browser',
            'jose',
            'vitest-browser-react',
            'react-router',
            '@tanstack/react-router',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.tsx'],
          testTimeout: TEST_TIMEOUT_MS,
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          exclude: PROOFS,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait more than they work.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'proofs',
          environment: 'node',
          include: PROOFS,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
