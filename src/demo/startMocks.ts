import { setupWorker } from 'msw/browser';
import { handlers } from '../../mocks/handlers.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { type Alexandria, startAlexandria } from '../../mocks/startAlexandria.js';
import type { LicenseRole } from '../ui/provider/LicenseContext.js';
import type { DemoState } from './demoState.js';

/** The mock API in this page, and the session tokens that it takes. */
export type Mocks = { readonly alexandria: Alexandria; readonly tokens: Readonly<Record<LicenseRole, string>> };

/** Starts the mock API behind MSW's service worker, in the state that the URL asks for. */
export async function startMocks(state: DemoState): Promise<Mocks> {
  const alexandria = await startAlexandria({ log: (line) => console.info(line) });
  await steer(alexandria, state);
  const worker = setupWorker(...handlers(alexandria));
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  const [admin, member] = await Promise.all([mintSessionToken('admin'), mintSessionToken('member')]);
  return { alexandria, tokens: { admin, member } };
}

/** Brings the mock API into the state that the URL asks for. */
export async function steer(alexandria: Alexandria, { scenario, days, now }: DemoState): Promise<void> {
  alexandria.setNow(now ?? Date.now());
  await alexandria.restart({ scenario });
  if (days !== null) moveTo(alexandria, days);
}

/** Moves the mock's clock to so many days before the expiry; a license without end stays as it is. */
export function moveTo(alexandria: Alexandria, days: number): void {
  const expires = alexandria.licenseBody().expires_at;
  if (expires === null) return;
  // A minute on top, so that "in 3 days" still reads so a moment later; not where it would be another state.
  const left = days * 86_400_000 + (days > 0 && days !== 7 ? 60_000 : 0);
  alexandria.setNow(Date.parse(expires) - left);
}
