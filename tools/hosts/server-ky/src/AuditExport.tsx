import { useState } from 'react';
import type { Api } from './createApi.js';

export function AuditExport({ api }: Pick<Api, 'api'>) {
  const [said, setSaid] = useState('');
  const run = async () => {
    const answer = await api.get('admin/audit/export');
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
