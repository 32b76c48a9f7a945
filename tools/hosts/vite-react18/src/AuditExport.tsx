import { useState } from 'react';
import { apiFetch, authorization } from './api.js';

export function AuditExport() {
  const [said, setSaid] = useState('');
  const run = async () => {
    const answer = await apiFetch('/api/admin/audit/export', { headers: { authorization } });
    setSaid(answer.ok ? 'It is exported.' : `It failed with ${answer.status}.`);
  };
  return (
    <p>
      <button type="button" onClick={() => void run()}>
        Export the audit log
      </button>{' '}
      <output>{said}</output>
    </p>
  );
}
