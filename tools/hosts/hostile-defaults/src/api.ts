import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import { QueryClient } from '@tanstack/react-query';
import { session } from './session.js';

export const authorization = `Bearer ${session.token}`;
// Valid defaults that would harm the license query. It would not refetch, would throw while rendering, or would not be cached.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: 3,
      staleTime: Number.POSITIVE_INFINITY,
      throwOnError: true,
      refetchOnWindowFocus: false,
      refetchOnMount: false,
      refetchOnReconnect: false,
      refetchInterval: false,
      gcTime: 0,
      networkMode: 'offlineFirst',
      structuralSharing: false,
    },
    mutations: { retry: 3, throwOnError: true, networkMode: 'offlineFirst' },
  },
});
export const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
export const apiFetch = watchPaymentRequired(fetch, client);

export async function getJson<T>(path: string): Promise<T> {
  const answer = await apiFetch(`/api${path}`, { headers: { authorization } });
  if (!answer.ok) throw Object.assign(new Error(`${path} failed`), { status: answer.status });
  return answer.json();
}
