import type { Mutation, QueryClient } from '@tanstack/react-query';
import { attempt } from '../../lib/attempt.js';
import { isPaymentRequired } from '../isPaymentRequired.js';
import { type LicenseClientSource, recordResponse } from '../recordResponse.js';
import { readThrownResponse } from './readThrownResponse.js';

/** A query or a mutation of TanStack Query. */
export type ObservedTask = {
  /** As the app has set it, such as `{ background: true }`. */
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
};

type TaskAction = { readonly type: string; readonly error?: unknown; readonly manual?: boolean };

/** The options of `observeQueryClient`. */
export type ObserveQueryClientOptions = {
  /** Returns true if no user waits for the result, so that a 402 raises no notice. Default: `meta: { background: true }`. */
  isBackground?(task: ObservedTask): boolean;
  /** Returns the URL of the failed request; `null` if unknown. Called only if the error contains none. */
  urlOf?(error: unknown): string | null;
};

/**
 * Records the 402s of the Alexandria API in the errors of a TanStack query client, for apps whose HTTP client cannot be observed. Returns a function
 * that stops it. It sees each failed attempt, so that `retry` delays no notice. {@link isPaymentRequired} must recognize the error. If the URL is unknown, the 402
 * counts only if it names an entitlement of the catalog or the license.
 *
 * @param client A license client, or a function that returns the current one, and `null` while no user is signed in.
 * @example const stop = observeQueryClient(queryClient, () => session.client);
 * @see docs/contract.md, 402
 */
export function observeQueryClient(
  queryClient: QueryClient,
  client: LicenseClientSource,
  { isBackground = isMarkedAsBackground, urlOf = () => null }: ObserveQueryClientOptions = {},
): () => void {
  const observe = (task: ObservedTask, getRequestId: () => string, { type, error, manual }: TaskAction) => {
    // `setQueryData` proves nothing.
    const isSuccess = type === 'success' && manual !== true;
    const isRefusal = (type === 'failed' || type === 'error') && isPaymentRequired(error);
    if (!isSuccess && !isRefusal) return;
    recordResponse(client, isSuccess ? 200 : 402, () => {
      const thrown = readThrownResponse(error);
      return {
        ...thrown,
        readRequestId: async () => getRequestId(),
        method: null,
        url: thrown.url ?? (isRefusal ? attempt(() => urlOf(error)) : null) ?? null,
        isBackground: () => isBackground(task),
        isAborted: () => false,
      };
    });
  };
  const stops = [
    queryClient.getQueryCache().subscribe((event) => {
      if (event.type === 'updated') observe(event.query, () => `query ${event.query.queryHash}`, event.action);
    }),
    queryClient.getMutationCache().subscribe((event) => {
      if (event.type === 'updated') observe(event.mutation, () => `mutation ${identifyMutation(event.mutation)}`, event.action);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function identifyMutation({ mutationId, options, state }: Mutation): string {
  // Two mutations without a key may send different requests.
  return (options.mutationKey && attempt(() => JSON.stringify([options.mutationKey, state.variables]))) || String(mutationId);
}

function isMarkedAsBackground({ meta }: ObservedTask): boolean {
  return meta?.['background'] === true;
}
