import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiClient } from '../apiClient.js';
import { useModels } from './useModels.js';

/** A page of the core API. A 402 here comes from an upstream provider, not from the license. */
export function ChatPage({ api }: { readonly api: ApiClient }) {
  const [model, setModel] = useState('llama-3.3-70b');
  const models = useModels(api);
  const chat = useMutation({ mutationFn: () => api.post('/v1/chat/completions', { model, messages: [] }), retry: false });
  return (
    <section className="demo-card" aria-labelledby="chat">
      <h2 id="chat">Playground</h2>
      <p className="demo-muted">
        The provider of deepseek-v3 returns 402: no credit is left. The license is not the cause, so no notice appears.
      </p>
      <p className="demo-bubble">What were books written on?</p>
      {chat.isSuccess && <p className="demo-bubble demo-answer">Papyrus.</p>}
      {chat.error && <p className="demo-error">{chat.error.message}</p>}
      <div className="demo-actions">
        <label className="demo-choice">
          <span>Model</span>
          <select value={model} onChange={({ target }) => setModel(target.value)}>
            {(models.data ?? [model]).map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
        <button type="button" className="demo-button demo-primary" onClick={() => chat.mutate()}>
          Ask
        </button>
      </div>
    </section>
  );
}
