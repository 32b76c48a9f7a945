import type { LicenseErrorCode } from '../../license/LicenseError.js';

/** A mistake in how the app uses the package. */
export type Misuse =
  | 'no-provider'
  | 'no-queries'
  | 'no-client'
  | 'new-clients'
  | 'no-role'
  | 'no-locale'
  | 'invalid-remind-days'
  | 'two-providers'
  | 'no-styles';

/** The error's code, what happened, and what to do. */
export const developmentWarnings: Readonly<Record<Misuse, readonly [LicenseErrorCode, string]>> = {
  'no-provider': [
    'missing_provider',
    'There is no LicenseProvider above this component, so it has no license to show. Wrap the dashboard in <LicenseProvider>. If it is wrapped, the page contains two copies of this package (npm ls @alexandria-ee/license-ui). Share one copy, or wrap the part with the other copy in its own LicenseProvider.',
  ],
  'no-queries': [
    'missing_provider',
    'LicenseProvider needs a QueryClientProvider above it, or the queryClient prop. If there is one, the page contains two copies of @tanstack/react-query (npm ls @tanstack/react-query).',
  ],
  'no-client': ['invalid_option', 'LicenseProvider: client must be the result of createLicenseClient, or null while no user is signed in.'],
  'new-clients': [
    'invalid_option',
    'LicenseProvider receives a new client on each render, and fetches the license again each time. Create one client per signed-in user: outside of components, or with useMemo.',
  ],
  'no-role': [
    'invalid_option',
    'LicenseProvider: role must be admin or member. Until then nothing is shown. Pass the role of the signed-in user.',
  ],
  'no-locale': [
    'invalid_option',
    'LicenseProvider: locale and messages.language must be BCP 47 tags, such as en-GB. English is used instead.',
  ],
  'invalid-remind-days': [
    'invalid_option',
    'LicenseProvider: remindDaysBefore must be a whole number from 8 to 365. Until then there is no early reminder.',
  ],
  'two-providers': [
    'invalid_option',
    'Two LicenseProviders are mounted for one client, so polls and warnings may appear twice. Keep one, above all components that use it. For a second API, create a second client.',
  ],
  'no-styles': [
    'invalid_option',
    "The stylesheet is missing: import '@alexandria-ee/license-ui/styles.css' once, or '@alexandria-ee/license-ui/styles.layer.css' instead.",
  ],
};
