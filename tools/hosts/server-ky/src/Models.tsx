import { EntitlementGate } from '@alexandria-ee/license-ui';
import { useQuery } from '@tanstack/react-query';
import type { Api } from './createApi.js';

type Models = { readonly data: readonly { readonly id: string }[] };

export function Models({ api }: Pick<Api, 'api'>) {
  const { data } = useQuery({ queryKey: ['models'], queryFn: () => api.get('v1/models').json<Models>() });
  return (
    <>
      <ul aria-label="Models">
        {data?.data.map(({ id }) => (
          <li key={id}>{id}</li>
        ))}
      </ul>
      <EntitlementGate entitlement="backend_autoscaling">
        <p>Backends grow by themselves.</p>
      </EntitlementGate>
    </>
  );
}
