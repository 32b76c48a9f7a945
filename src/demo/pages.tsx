import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { EntitlementGate, LicensePanel, type RenewalOptions, useEntitlement } from '../index.js';
import type { ApiClient } from './apiClient.js';
import type { Feature } from './features.js';

type PageProps = { readonly api: ApiClient };

/** The core API, which goes on whatever the license says. */
export function OverviewPage({ api }: PageProps) {
  const { data, error } = useQuery({ queryKey: ['/v1/models'], queryFn: async () => modelIds(await api.get('/v1/models')) });
  return (
    <section className="demo-card" aria-labelledby="models">
      <h2 id="models">Models</h2>
      {error && <p className="demo-error">{error.message}</p>}
      <Items items={data ?? []} />
    </section>
  );
}

/** The core API again; an upstream provider can refuse here by itself, and that is nobody's license. */
export function ChatPage({ api }: PageProps) {
  const [model, setModel] = useState('llama-3.3-70b');
  const models = useQuery({ queryKey: ['/v1/models'], queryFn: async () => modelIds(await api.get('/v1/models')) });
  const chat = useMutation({ mutationFn: () => api.post('/v1/chat/completions', { model, messages: [] }), retry: false });
  return (
    <section className="demo-card" aria-labelledby="chat">
      <h2 id="chat">What were books written on?</h2>
      <label>
        Model{' '}
        <select value={model} onChange={({ target }) => setModel(target.value)}>
          {(models.data ?? [model]).map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>{' '}
      <button type="button" className="demo-button" onClick={() => chat.mutate()}>
        Ask
      </button>
      {chat.error && <p className="demo-error">{chat.error.message}</p>}
      {chat.isSuccess && <p>Papyrus.</p>}
    </section>
  );
}

/** A licensed feature behind a button, which says by itself why it is off. */
export function AuditPage({ api }: PageProps) {
  const [outcome, setOutcome] = useState('');
  const { explanation } = useEntitlement('audit_export');
  const download = async () => {
    try {
      const lines = (await api.text('/admin/audit/export')).trim().split('\n');
      setOutcome(`Exported ${lines.length} ${lines.length === 1 ? 'entry' : 'entries'}.`);
    } catch (error) {
      setOutcome(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="demo-card" aria-labelledby="export">
      <h2 id="export">Export</h2>
      <p>Every request and every change, as newline-delimited JSON.</p>
      <button type="button" className="demo-button" onClick={() => void download()}>
        Export the audit log
      </button>
      {explanation && <p className="demo-muted">{explanation.title}.</p>}
      <p role="status">{outcome}</p>
    </section>
  );
}

/** A licensed feature whose requests go out when its page opens; the dashboard shows its own error beside the notice. */
export function FeaturePage({ api, feature: { title, entitlement, paths } }: PageProps & { readonly feature: Feature }) {
  const card = (
    <section className="demo-card" aria-labelledby="feature">
      <h2 id="feature">{title}</h2>
      <RefreshButton entitlement={entitlement} paths={paths} />
      <FeatureItems api={api} paths={paths} />
    </section>
  );
  // One page shows the explanation in place of what is off, the others leave it to the notice.
  return entitlement === 'vault' ? <EntitlementGate entitlement={entitlement}>{card}</EntitlementGate> : card;
}

// A button behind a gate: off, it says why, and can still be reached by keyboard.
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

function FeatureItems({ api, paths }: PageProps & { readonly paths: readonly string[] }) {
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

// The demo's keys are signed with the demo key; a real dashboard trusts Alexandria's.
const RENEWAL: RenewalOptions = { trustedKeys: [demoPublicKey], contactHref: 'mailto:licenses@alexandria.example' };

/** The license page is the panel, and nothing else. */
export function LicensePage() {
  return <LicensePanel renewal={RENEWAL} />;
}

function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="demo-list">
      {items.map((item) => (
        <li key={item}>
          <code>{item}</code> <span>ready</span>
        </li>
      ))}
    </ul>
  );
}

function modelIds(body: unknown): string[] {
  const { data } = Object(body);
  return Array.isArray(data) ? data.map((model) => String(Object(model).id)) : [];
}
