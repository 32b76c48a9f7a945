import { useQuery } from '@tanstack/react-query';
import { getJson } from './api.js';

type Models = { readonly data: readonly { readonly id: string }[] };

export function Models() {
  const { data } = useQuery({ queryKey: ['models'], queryFn: () => getJson<Models>('/v1/models') });
  return (
    <ul aria-label="Models">
      {data?.data.map(({ id }) => (
        <li key={id}>{id}</li>
      ))}
    </ul>
  );
}
