import { createLicenseClient, retryUnlessPaymentRequired, observeOpenApiFetch } from '@alexandria-ee/license-ui/client';
import { QueryClient } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import type { paths } from './paths.js';
import { session } from './session.js';

const authorization = `Bearer ${session.token}`;

export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: retryUnlessPaymentRequired() } } });
export const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
export const api = createClient<paths>({ baseUrl: '/api', headers: { authorization } });
observeOpenApiFetch(api, client);
