import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import { QueryClient } from '@tanstack/react-query';
import { session } from './session.js';

// All gateways share one fetch, which is watched for each gateway.
let apiFetch = fetch;

/** Creates one gateway, with the clients that it must not share with another. */
export function createGateway(name: string, baseUrl: string) {
  const authorization = `Bearer ${session.token}`;
  const client = createLicenseClient({ baseUrl, scope: session.userId, authorization: () => authorization });
  apiFetch = watchPaymentRequired(apiFetch, client);
  return {
    name,
    client,
    queryClient: new QueryClient(),
    get: (path: string) => apiFetch(baseUrl + path, { headers: { authorization } }),
  };
}

export type Gateway = ReturnType<typeof createGateway>;
