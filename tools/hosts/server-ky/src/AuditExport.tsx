import { useState } from 'react';
import type { Api } from './createApi.js';

export function AuditExport({ api }: Pick<Api, 'api'>) {
  const [result, setResult] = useState('');
  const run = async () => {
    const answer = await api.get('admin/audit/export');
    setResult(answer.ok ? 'It is exported.' : `It failed with ${answer.status}.`);
  };
  return (
    <p>
      <button type="button" onClick={() => void run()}>
        Export the audit log
      </button>{' '}
      <output>{result}</output>
    </p>
  );
}
