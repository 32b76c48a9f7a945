import { useQuery } from '@tanstack/react-query';
import { api } from './api.js';

type Models = { readonly data: readonly { readonly id: string }[] };

export function Models() {
  const { data } = useQuery({ queryKey: ['models'], queryFn: async () => (await api.get<Models>('/v1/models')).data });
  return (
    <ul aria-label="Models">
      {data?.data.map(({ id }) => (
        <li key={id}>{id}</li>
      ))}
    </ul>
  );
}
