import { QueryClient } from '@tanstack/react-query';

/** For the license alone: this dashboard reads its own data in another way. */
export const licenseQueries = new QueryClient();
