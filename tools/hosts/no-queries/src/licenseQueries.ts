import { QueryClient } from '@tanstack/react-query';

/** Only for the license. This dashboard does not use TanStack Query for its own data. */
export const licenseQueries = new QueryClient();
