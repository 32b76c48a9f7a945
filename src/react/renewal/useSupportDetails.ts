import type { LicenseClient } from '../../client/createLicenseClient.js';
import { useLicenseContext } from '../LicenseContext.js';
import { supportDetails } from './supportDetails.js';

/** Returns a function that returns the text for a support ticket. */
export function useSupportDetails({ baseUrl }: LicenseClient): () => string {
  const { license, state, freshness, clock } = useLicenseContext();
  return () =>
    supportDetails({
      license,
      state,
      freshness,
      now: clock.now(),
      baseUrl,
      userAgent: navigator.userAgent,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
}
