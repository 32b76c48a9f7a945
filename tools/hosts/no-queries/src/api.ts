import { createLicenseClient, watchPaymentRequired } from '@alexandria-ee/license-ui/client';
import { session } from './session.js';

export const authorization = `Bearer ${session.token}`;
export const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
export const apiFetch = watchPaymentRequired(fetch, client);
