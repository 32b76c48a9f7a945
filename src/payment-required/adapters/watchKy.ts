import { attempt } from '../../lib/attempt.js';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { backgroundRequests } from './watchResponses.js';
import { watchPaymentRequired } from './watchPaymentRequired.js';

/** The options of a ky request, as far as they are looked at. */
export type KyRequestOptions = {
  /** What the host tells its hooks, such as `{ background: true }`. */
  readonly context?: Readonly<Record<string, unknown>>;
};

type Sent = { readonly request: Request; readonly options: KyRequestOptions };

// ky 1 passes request and options one after the other before a request, and in one object before it tries again; ky 2 always in one.
type KyHook = (sent: Request | Sent, options?: KyRequestOptions) => void;

/** What {@link watchKy} adds to the options of an instance. */
export type WatchedKyOptions = {
  /** The fetch of the instance, watched. */
  readonly fetch: typeof globalThis.fetch;
  /** Beside those of the host; they change nothing. */
  readonly hooks: {
    /** Notes whether somebody waits. */
    beforeRequest: KyHook[];
    /** The same, for each further try. */
    beforeRetry: KyHook[];
  };
};

/** What a ky instance has, of any 2.x, and of 1.x since 1.5. */
export type KyLike<Instance> = {
  /** Another instance, with these options beside its own. */
  extend(options: (parent: { readonly fetch?: typeof globalThis.fetch | undefined }) => WatchedKyOptions): Instance;
};

/** How the requests of a ky instance are watched. */
export type WatchKyOptions = {
  /**
   * Whether nobody waits for the answer of this request, so that a 402 raises no notice. Default: requests with
   * `context: { background: true }` in their options. Of a request that another hook, or `onUploadProgress`, puts in its place ky tells
   * no options: there, and always, a `Purpose` or `Sec-Purpose` header that says `prefetch` counts.
   */
  isBackground?(request: Request, options: KyRequestOptions): boolean;
};

/**
 * The ky instance that watches for 402 answers of the client's Alexandria API. To stop watching, use the one that you gave.
 * What it watches is the fetch of the instance: ky's hook for responses would have each of them copied, and another hook may throw
 * before it is called.
 *
 * @throws {TypeError} of ky before 1.5, which can't be extended so: give `ky.create` a watched fetch there.
 * @example const api = watchKy(ky.create({ prefixUrl: '/api' }), client); // api.get('admin/tenants', { context: { background: true } })
 * @see docs/contract.md, 402
 */
export function watchKy<Instance>(ky: KyLike<Instance>, client: LicenseClient, { isBackground = isMarked }: WatchKyOptions = {}): Instance {
  const mark: KyHook = (sent, given) => {
    const { request, options } = 'request' in sent ? sent : { request: sent, options: given ?? {} };
    if (attempt(() => isBackground(request, options))) backgroundRequests.add(request);
  };
  return ky.extend(({ fetch = (...request) => globalThis.fetch(...request) }) => ({
    // The default, by the headers: they are all that is left of a request that a hook has replaced.
    fetch: watchPaymentRequired(fetch, client),
    hooks: { beforeRequest: [mark], beforeRetry: [mark] },
  }));
}

function isMarked(_request: Request, { context }: KyRequestOptions): boolean {
  return context?.['background'] === true;
}
