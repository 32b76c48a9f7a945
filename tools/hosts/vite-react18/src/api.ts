import { createLicenseClient, retryUnlessPaymentRequired, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import { QueryClient } from '@tanstack/react-query';
import { session } from './session.js';

export const authorization = `Bearer ${session.token}`;
export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: retryUnlessPaymentRequired() } } });
export const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
export const apiFetch = watchPaymentRequired(fetch, client);

export async function getJson<T>(path: string): Promise<T> {
  const answer = await apiFetch(`/api${path}`, { headers: { authorization } });
  if (!answer.ok) throw Object.assign(new Error(`${path} failed`), { status: answer.status });
  return answer.json();
}
