import type { LicenseErrorCode } from '../../license/LicenseError.js';

/** A way in which the package can be embedded wrongly. */
export type Misuse = 'no-provider' | 'no-queries' | 'no-client' | 'new-clients' | 'no-role' | 'no-locale' | 'two-providers' | 'no-styles';

/** The error's code, what happened, and what to do. */
export const developmentWarnings: Readonly<Record<Misuse, readonly [LicenseErrorCode, string]>> = {
  'no-provider': [
    'missing_provider',
    'There is no LicenseProvider above this component, so nothing is shown. Wrap the dashboard in one. If it is wrapped, two copies of this package are in the page (npm ls @alexandria-ee/license-ui): share one, or give the part that holds this component a LicenseProvider of its own.',
  ],
  'no-queries': [
    'missing_provider',
    'LicenseProvider needs a QueryClientProvider above it, or its queryClient prop. If there is one above it, two copies of @tanstack/react-query are in the page (npm ls @tanstack/react-query).',
  ],
  'no-client': ['invalid_option', 'LicenseProvider: client must come from createLicenseClient, called outside of the render.'],
  'new-clients': [
    'invalid_option',
    'LicenseProvider gets a new client on each render, and each one fetches the license again. Create the client outside of the render, or with useMemo, once for each signed-in user.',
  ],
  'no-role': [
    'invalid_option',
    'LicenseProvider: role must be admin or member; until it is, nothing is shown. Give what the session says of the person.',
  ],
  'no-locale': ['invalid_option', 'LicenseProvider: locale must be a BCP 47 tag such as en-GB; English is used instead.'],
  'two-providers': [
    'invalid_option',
    'Two LicenseProviders are mounted for one client, which asks and warns twice. Keep one, above all that uses it; a second API needs a client of its own.',
  ],
  'no-styles': [
    'invalid_option',
    "The stylesheet is missing: import '@alexandria-ee/license-ui/styles.css' once, or styles.layer.css in its place.",
  ],
};
