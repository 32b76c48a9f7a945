import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LicensePanel } from '../index.js';

type PageProps = { readonly authorization: string | null };

/** The core API, which goes on whatever the license says. */
export function OverviewPage() {
  const { data, error } = useQuery({
    queryKey: ['models'],
    queryFn: async () => {
      const response = await fetch('/v1/models');
      if (!response.ok) throw new Error(`The API answered ${response.status}.`);
      return modelIds(await response.json());
    },
  });
  return (
    <section className="demo-card" aria-labelledby="models">
      <h2 id="models">Models</h2>
      {error && <p role="alert">{error.message}</p>}
      <ul className="demo-list">
        {data?.map((id) => (
          <li key={id}>
            <code>{id}</code> <span>ready</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A licensed feature: beyond grace its request answers 402. */
export function AuditPage({ authorization }: PageProps) {
  const [outcome, setOutcome] = useState('');
  const download = async () => {
    const response = await fetch('/admin/audit/export', { headers: authorization === null ? {} : { authorization } });
    setOutcome(
      response.ok ? `Exported ${(await response.text()).trim().split('\n').length} entries.` : `The API answered ${response.status}.`,
    );
  };
  return (
    <section className="demo-card" aria-labelledby="export">
      <h2 id="export">Export</h2>
      <p>Every request and every change, as newline-delimited JSON.</p>
      <button type="button" className="demo-button" onClick={() => void download()}>
        Export the audit log
      </button>
      <p role="status">{outcome}</p>
    </section>
  );
}

/** The license page is the panel, and nothing else. */
export function LicensePage() {
  return <LicensePanel />;
}

function modelIds(body: unknown): string[] {
  const { data } = Object(body);
  return Array.isArray(data) ? data.map((model) => String(Object(model).id)) : [];
}
