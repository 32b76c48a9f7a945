import { useQueries, useQueryClient } from '@tanstack/react-query';
import { EntitlementGate } from '../../src/index.js';
import type { ApiClient } from '../apiClient.js';
import type { Feature } from '../features.js';
import { Items } from './Items.js';

type FeaturePageProps = { readonly api: ApiClient; readonly feature: Feature };

/** A licensed feature that sends requests when its page opens. The dashboard shows its own error beside the notice. */
export function FeaturePage({ api, feature: { title, purpose, entitlement, paths } }: FeaturePageProps) {
  const card = (
    <section className="demo-card" aria-labelledby="feature">
      <div className="demo-card-head">
        <div>
          <h2 id="feature">{title}</h2>
          <p className="demo-muted">{purpose}</p>
        </div>
        <RefreshButton entitlement={entitlement} paths={paths} />
      </div>
      <FeatureItems api={api} paths={paths} />
    </section>
  );
  // The Vault page replaces the feature with the explanation. The others rely on the notice.
  return entitlement === 'vault' ? <EntitlementGate entitlement={entitlement}>{card}</EntitlementGate> : card;
}

// A button behind a gate. If the feature is off, the button explains why, and stays reachable by keyboard.
function RefreshButton({ entitlement, paths }: Pick<Feature, 'entitlement' | 'paths'>) {
  const queryClient = useQueryClient();
  return (
    <EntitlementGate
      entitlement={entitlement}
      fallback={({ title }) => (
        <button type="button" className="demo-button" aria-disabled="true" title={title}>
          Refresh
        </button>
      )}
    >
      <button
        type="button"
        className="demo-button"
        onClick={() => void queryClient.refetchQueries({ predicate: ({ queryKey: [path] }) => paths.some((own) => own === path) })}
      >
        Refresh
      </button>
    </EntitlementGate>
  );
}

function FeatureItems({ api, paths }: Pick<Feature, 'paths'> & { readonly api: ApiClient }) {
  const answers = useQueries({
    queries: paths.map((path) => ({ queryKey: [path], queryFn: () => api.get(path), retry: false, refetchOnWindowFocus: false })),
  });
  const errors = new Set(answers.flatMap(({ error }) => (error ? [error.message] : [])));
  const items = answers.flatMap(({ data }) => Object(data).items ?? []);
  return (
    <>
      {[...errors].map((message) => (
        <p key={message} className="demo-error">
          {message}
        </p>
      ))}
      <Items items={[...new Set<string>(items)]} />
    </>
  );
}
