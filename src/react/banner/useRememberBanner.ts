import { useEffect } from 'react';
import type { LicenseMemory, RememberedBanner } from '../../client/createLicenseMemory.js';

/**
 * Stores what the banner shows for the next visit.
 *
 * @param banner `null` if the license needs no warning, and `undefined` while that is not known.
 */
export function useRememberBanner(memory: LicenseMemory, banner: RememberedBanner | null | undefined): void {
  const entry = banner && JSON.stringify(banner);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the banner, which is a new object on each render
  useEffect(() => {
    if (banner !== undefined) memory.write(banner);
  }, [memory, entry]);
}
