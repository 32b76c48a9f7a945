import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import { QueryClient } from '@tanstack/react-query';
import { session } from './session.js';

/** One Alexandria, with all that must not be shared with another. */
export function createGateway(name: string, baseUrl: string) {
  const authorization = `Bearer ${session.token}`;
  const client = createLicenseClient({ baseUrl, scope: session.userId, authorization: () => authorization });
  const watched = watchPaymentRequired(fetch, client);
  return {
    name,
    client,
    queryClient: new QueryClient(),
    get: (path: string) => watched(baseUrl + path, { headers: { authorization } }),
  };
}

export type Gateway = ReturnType<typeof createGateway>;
