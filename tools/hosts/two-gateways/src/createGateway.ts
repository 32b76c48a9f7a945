import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import { QueryClient } from '@tanstack/react-query';
import { session } from './session.js';

// One fetch for all of them, watched for each.
let apiFetch = fetch;

/** One Alexandria, with all that must not be shared with another. */
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
