import { useState } from 'react';
import { apiFetch, authorization } from './api.js';

export function AuditExport() {
  const [result, setResult] = useState('');
  const run = async () => {
    const answer = await apiFetch('/api/admin/audit/export', { headers: { authorization } });
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
