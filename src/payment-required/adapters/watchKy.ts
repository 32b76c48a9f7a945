import type { LicenseClientSource } from '../recordResponse.js';
import { type WatchOptions, watchPaymentRequired } from './watchPaymentRequired.js';

/** A ky instance, of 2.x or of 1.x since 1.5. */
export type KyLike<Instance> = {
  /** Returns another instance with these options. */
  extend(
    options: (parent: { readonly fetch?: typeof globalThis.fetch | undefined }) => { readonly fetch: typeof globalThis.fetch },
  ): Instance;
};

/**
 * Returns a ky instance that records the 402s of the Alexandria API. It watches the instance's fetch, because ky copies every response for its
 * `afterResponse` hooks.
 *
 * @param client A license client, or a function that returns the current one, and `null` while no user is signed in.
 * @example const api = watchKy(ky.create({ prefix: '/api' }), () => session.client);
 * @see docs/contract.md, 402
 */
export function watchKy<Instance>(ky: KyLike<Instance>, client: LicenseClientSource, options: WatchOptions = {}): Instance {
  return ky.extend(({ fetch = globalThis.fetch }) => ({ fetch: watchPaymentRequired(fetch, client, options) }));
}
