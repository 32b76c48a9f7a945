import { useState } from 'react';
import { api } from './api.js';

export function AuditExport() {
  const [result, setResult] = useState('');
  const run = async () => {
    const { error } = await api.GET('/admin/audit/export', { parseAs: 'text' });
    setResult(error ? `It failed with ${error.status}.` : 'It is exported.');
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
