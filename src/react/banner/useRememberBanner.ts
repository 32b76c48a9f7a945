import { useEffect } from 'react';
import type { LicenseMemory, RememberedBanner } from '../../client/createLicenseMemory.js';

/**
 * Stores the banner for the next visit.
 *
 * @param banner `null` if the license needs no warning, `undefined` while the license is unknown.
 */
export function useRememberBanner(memory: LicenseMemory, banner: RememberedBanner | null | undefined): void {
  const serialized = banner && JSON.stringify(banner);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `serialized` replaces `banner`, which is a new object on each render
  useEffect(() => {
    if (banner !== undefined) memory.write(banner);
  }, [memory, serialized]);
}
