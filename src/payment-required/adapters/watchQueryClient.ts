import { attempt } from '../../lib/attempt.js';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { isPaymentRequired } from '../isPaymentRequired.js';
import { readThrownAnswer } from './readThrownAnswer.js';
import { watchAnswers } from '../watchAnswers.js';

/** A query or a mutation of TanStack Query, as far as it is looked at. */
export type WatchedTask = {
  /** What the host has noted of it, such as `{ background: true }`. */
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
};

type Query = WatchedTask & { readonly queryHash: string };

type Mutation = WatchedTask & {
  readonly mutationId: number;
  readonly options: { readonly mutationKey?: unknown };
  readonly state: { readonly variables: unknown };
};

type CacheEvent = {
  readonly action?: { readonly type: string; readonly error?: unknown; readonly manual?: boolean };
  readonly query?: Query;
  readonly mutation?: Mutation | undefined;
};

type Cache = { subscribe(listener: (event: CacheEvent) => void): () => void };

/** What a `QueryClient` of TanStack Query 5 has, for whichever framework. */
export type QueryClientLike = {
  /** Tells of queries. */
  getQueryCache(): Cache;
  /** Tells of mutations. */
  getMutationCache(): Cache;
};

/** How the queries and mutations of a query client are watched. */
export type WatchQueryClientOptions = {
  /**
   * Whether nobody waits for the result of this query or mutation, so that a 402 raises no notice. Default: those with
   * `meta: { background: true }`.
   */
  isBackground?(task: WatchedTask): boolean;
  /** The address that an error is about, where the error itself doesn't tell it. */
  addressOf?(error: unknown): string | null;
};

/**
 * Watches the queries and mutations of a TanStack query client for errors of 402 answers, for hosts whose HTTP client can't be watched;
 * returns the undo. It hears of the first try, whatever `retry` is. An error has to tell the status (see {@link isPaymentRequired}); the
 * answer is read from its `response`, `data`, `body` or `info`. An address it doesn't tell may be anybody's: then only a body counts that
 * names an entitlement of the catalogue or the license.
 *
 * @example const stop = watchQueryClient(queryClient, client); // useQuery({ …, meta: { background: true } }) raises no notice
 * @see docs/contract.md, 402
 */
export function watchQueryClient(
  queries: QueryClientLike,
  client: LicenseClient,
  { isBackground = isMarked, addressOf = () => null }: WatchQueryClientOptions = {},
): () => void {
  const watch = watchAnswers(client);
  const stops = [queries.getQueryCache(), queries.getMutationCache()].map((cache) =>
    cache.subscribe(({ action, query, mutation }) => {
      const task = query ?? mutation;
      if (action === undefined || task === undefined) return;
      const { type, error, manual } = action;
      // What the host puts into the cache by itself has asked nobody.
      if (type === 'success' && manual !== true && watch.isRelevant(200)) watch.recordSuccess({ path: null, id: idOf(query, mutation) });
      if ((type === 'failed' || type === 'error') && isPaymentRequired(error)) refused(error, task, idOf(query, mutation));
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };

  function refused(error: unknown, task: WatchedTask, id: string): void {
    const thrown = readThrownAnswer(error);
    const url = thrown.url ?? attempt(() => addressOf(error)) ?? null;
    const request = url === null ? { path: null } : watch.request(url, undefined, null);
    if (request === null) return;
    watch.record402({ ...thrown, path: request.path, id, isBackground: () => isBackground(task), isAborted: () => false });
  }
}

function idOf(query: Query | undefined, mutation: Mutation | undefined): string {
  if (query) return `query ${query.queryHash}`;
  const { mutationId, options, state } = Object(mutation);
  // Without a key, another mutation may be about anything.
  const named = options.mutationKey && attempt(() => JSON.stringify([options.mutationKey, state.variables]));
  return `mutation ${named ?? mutationId}`;
}

function isMarked({ meta }: WatchedTask): boolean {
  return meta?.['background'] === true;
}
