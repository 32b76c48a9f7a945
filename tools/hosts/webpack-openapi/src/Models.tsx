import { useQuery } from '@tanstack/react-query';
import { api } from './api.js';

export function Models() {
  const { data } = useQuery({ queryKey: ['models'], queryFn: async () => (await api.GET('/v1/models')).data ?? null });
  return (
    <ul aria-label="Models">
      {data?.data.map(({ id }) => (
        <li key={id}>{id}</li>
      ))}
    </ul>
  );
}
