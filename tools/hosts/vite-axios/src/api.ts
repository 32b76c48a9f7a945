import { createLicenseClient, retryUnlessPaymentRequired, observeAxios } from '@alexandria-ee/license-ui/client';
import { QueryClient } from '@tanstack/react-query';
import axios from 'axios';
import { session } from './session.js';

const authorization = `Bearer ${session.token}`;

export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: retryUnlessPaymentRequired() } } });
export const client = createLicenseClient({ baseUrl: '/api', scope: session.userId, authorization: () => authorization });
export const api = axios.create({ baseURL: '/api', headers: { authorization } });
observeAxios(api, client);
