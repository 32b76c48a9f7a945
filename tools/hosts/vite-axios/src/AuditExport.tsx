import { useMutation } from '@tanstack/react-query';
import { isAxiosError } from 'axios';
import { api } from './api.js';

export function AuditExport() {
  const { mutate, data, error } = useMutation({ mutationFn: () => api.get<string>('/admin/audit/export', { responseType: 'text' }) });
  return (
    <p>
      <button type="button" onClick={() => mutate()}>
        Export the audit log
      </button>{' '}
      <output>{isAxiosError(error) ? `It failed with ${error.response?.status}.` : data && 'It is exported.'}</output>
    </p>
  );
}
