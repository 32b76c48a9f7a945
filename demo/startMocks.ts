import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { mintSessionToken } from '../mocks/sessionTokens.js';
import type { LicenseRole } from '../src/react/LicenseContext.js';
import { createSimulation, type Simulation } from './createSimulation.js';
import type { DemoState } from './demoState.js';
import { tabIdentity } from './tabIdentity.js';

const WORKER_PATIENCE_MS = 5_000;

/** The mock API of this page, its session tokens, and the fetch that reaches it. */
export type Mocks = {
  readonly world: Simulation;
  readonly tokens: Readonly<Record<LicenseRole, string>>;
  readonly fetch: typeof fetch;
  readonly tab: string;
};

/**
 * Starts the mock API in the state given by the URL. It runs behind MSW's service worker, so its requests appear in the
 * browser's network tab. If the browser refuses the worker, as some private windows do, it runs inside the page.
 */
export async function startMocks(state: DemoState): Promise<Mocks> {
  // A fault normally starts after a good answer. A member never gets one.
  const begins = state.cold || state.role === 'member';
  const world = await createSimulation({ ...state, fault: begins ? state.fault : null });
  const [admin, member, tab, worked] = await Promise.all([
    mintSessionToken('admin'),
    mintSessionToken('member'),
    tabIdentity(),
    startWorker(world),
  ]);
  return { world, tab, tokens: { admin, member }, fetch: worked ? (...request) => globalThis.fetch(...request) : fetchInPage(world) };
}

async function startWorker(world: Simulation): Promise<boolean> {
  // The worker sees every request of a page in its scope, even to paths outside it. This matters under a sub-path.
  const roots = ['admin', 'scim', 'v1'].map((root) => `${location.origin}/${root}/*`);
  const worker = setupWorker(...roots.map((root) => http.all(root, ({ request }) => world.answer(request))));
  try {
    const started = worker.start({
      quiet: true,
      onUnhandledRequest: 'bypass',
      serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
    });
    const late = new Promise((_, reject) => setTimeout(reject, WORKER_PATIENCE_MS, new Error('It took too long.')));
    await Promise.race([started, late]);
    return true;
  } catch (error) {
    console.info('The service worker of the mock API could not start; the page answers its requests itself.', error);
    return false;
  }
}

function fetchInPage(world: Simulation): typeof fetch {
  return async (input, init) => {
    const response = await world.answer(new Request(input instanceof Request ? input : new URL(input, location.href), init));
    if (response.type === 'error') throw new TypeError('There is no connection to the mock API.');
    return response;
  };
}
