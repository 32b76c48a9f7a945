import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumOptions } from './tools/support/chromium.js';

const { ALEXANDRIA_API: api, ALEXANDRIA_TOKEN: token } = process.env;
if (api && !/^https?:\/\//.test(api))
  throw new Error(`ALEXANDRIA_API must be an http or https URL, such as http://127.0.0.1:8080; it is "${api}".`);
const proxied = { target: api ?? '', changeOrigin: true, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) };

// Generous, so that a busy machine does not fail a test.
const TEST_TIMEOUT_MS = 30_000;

// Tests in a browser mostly wait, so there can be more workers than cores.
const MAX_WORKERS = 2 * availableParallelism();

// The end-to-end test of `npm test`: banner, panel, an explained 402, a renewal.
const SMOKE_TEST = 'test/e2e/renewal.test.ts';

// The demo (`vite`, `vite build`) and the tests (`vitest`). The package itself is built by tsc.
export default defineConfig({
  plugins: [react()],
  base: './',
  // MSW alone exceeds the default chunk warning. Without `cssTarget`, the minifier lowers `:dir()` to `:lang()`.
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
          maxWorkers: availableParallelism(),
          // Starting a process costs more than most files take.
          isolate: false,
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
          maxWorkers: MAX_WORKERS,
          sequence: { groupOrder: 1 },
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
          name: 'smoke',
          environment: 'node',
          include: [SMOKE_TEST],
          maxWorkers: MAX_WORKERS,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [SMOKE_TEST],
          globalSetup: 'test/support/buildDemo.ts',
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: MAX_WORKERS,
        },
      },
    ],
  },
});
