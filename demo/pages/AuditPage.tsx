import { useState } from 'react';
import { useEntitlement } from '../../src/index.js';
import type { ApiClient } from '../apiClient.js';

const ENTRIES = [
  ['09:12:44', 'ada', 'created the key', 'ci-runner'],
  ['08:57:03', 'grace', 'raised the budget of', 'globex'],
  ['08:31:20', 'ada', 'added the model', 'qwen-2.5-32b'],
  ['07:02:09', 'barbara', 'invited', 'katherine'],
] as const;

/** A licensed feature behind a button. The page explains why the feature is off. */
export function AuditPage({ api }: { readonly api: ApiClient }) {
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
    <>
      <section className="demo-card" aria-labelledby="export">
        <h2 id="export">Export</h2>
        <p className="demo-muted">Every request and every change, as newline-delimited JSON.</p>
        {explanation && <p className="demo-muted">{explanation.title}.</p>}
        <div className="demo-actions">
          <button type="button" className="demo-button demo-primary" onClick={() => void download()}>
            Export the audit log
          </button>
          <span role="status">{outcome}</span>
        </div>
      </section>
      <section className="demo-card" aria-labelledby="latest">
        <h2 id="latest">Latest entries</h2>
        <ul className="demo-list">
          {ENTRIES.map(([at, actor, action, object]) => (
            <li key={at}>
              <span className="demo-entry">
                <strong>{actor}</strong> {action} <code>{object}</code>
              </span>
              <time>{at}</time>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
