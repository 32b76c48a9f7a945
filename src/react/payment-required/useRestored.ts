import { useEffect, useRef } from 'react';
import type { RefusalStore } from '../../payment-required/createRefusalStore.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { isWarnedState } from '../../license/warnedState.js';
import { useLicenseStore } from '../LicenseContext.js';
import { useStateFor } from '../useStateFor.js';

/** The last restoration, and the license state before it. */
type Restored = ReturnType<RefusalStore['restored']> & { readonly from: LicenseState };

const NOTHING: Restored = { count: 0, entitlements: [], by: 'request', from: 'unknown' };

/**
 * Returns the last restored entitlements whose refusal was announced. Returns none if they were restored before the mount, or if the banner announces the
 * renewal.
 */
export function useRestored(store: RefusalStore | null, visible: readonly (string | null)[], state: LicenseState): Restored {
  const [restored, setRestored] = useStateFor(store, () => NOTHING);
  const latest = useRef({ shown: visible, state });
  useEffect(() => {
    latest.current = { shown: visible, state };
  });
  useEffect(() => {
    if (store === null) return undefined;
    let known = store.restored();
    return store.subscribe(() => {
      if (store.restored() === known) return;
      known = store.restored();
      const entitlements = known.entitlements.filter((entitlement) => latest.current.shown.includes(entitlement));
      if (entitlements.length > 0) setRestored({ ...known, entitlements, from: latest.current.state });
    });
  }, [store, setRestored]);
  const { banners } = useLicenseStore();
  const isAnnouncedByBanner = banners.count > 0 && restored.by === 'license' && isWarnedState(restored.from) && state === 'active';
  return isAnnouncedByBanner ? NOTHING : restored;
}
