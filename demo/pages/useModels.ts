import { useQuery } from '@tanstack/react-query';
import type { ApiClient } from '../apiClient.js';

/** Loads the ids of the models from the core API. */
export function useModels(api: ApiClient) {
  return useQuery({ queryKey: ['/v1/models'], queryFn: async () => modelIds(await api.get('/v1/models')) });
}

function modelIds(body: unknown): string[] {
  const { data } = Object(body);
  return Array.isArray(data) ? data.map((model) => String(Object(model).id)) : [];
}
