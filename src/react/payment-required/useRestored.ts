import { useEffect, useRef, useState } from 'react';
import type { RefusalStore } from '../../payment-required/createRefusalStore.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { isWarnedState } from '../../license/warnedState.js';

/** The last restoration, and the license state before it. */
type Restored = ReturnType<RefusalStore['restored']> & { readonly from: LicenseState };

const NOTHING: Restored = { count: 0, entitlements: [], by: 'request', from: 'unknown' };

/**
 * Returns the entitlements that were restored last, of those whose refusals were announced. Returns none for restorations before the mount, and for a
 * renewal, which the banner announces.
 */
export function useRestored(store: RefusalStore, visible: readonly (string | null)[], state: LicenseState): Restored {
  const [restored, setRestored] = useState(NOTHING);
  const latest = useRef({ shown: visible, state });
  useEffect(() => {
    latest.current = { shown: visible, state };
  });
  useEffect(() => {
    let known = store.restored();
    return store.subscribe(() => {
      if (store.restored() === known) return;
      known = store.restored();
      const entitlements = known.entitlements.filter((entitlement) => latest.current.shown.includes(entitlement));
      if (entitlements.length > 0) setRestored({ ...known, entitlements, from: latest.current.state });
    });
  }, [store]);
  const isAnnouncedByBanner = restored.by === 'license' && isWarnedState(restored.from) && state === 'active';
  return isAnnouncedByBanner ? NOTHING : restored;
}
