import { createLicenseClient, retryUnlessPaymentRequired, watchKy } from '@alexandria-ee/license-ui/client';
import { QueryClient } from '@tanstack/react-query';
import ky from 'ky';
import type { Session } from './session.js';

/** Creates the clients of one user: for each request on the server, and once in the browser. */
export function createApi(session: Session) {
  const authorization = `Bearer ${session.token}`;
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: retryUnlessPaymentRequired() } } });
  const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
  const api = watchKy(ky.create({ prefix: '/api', headers: { authorization }, throwHttpErrors: false }), client);
  return { session, queryClient, client, api };
}

export type Api = ReturnType<typeof createApi>;
