import { useEffect, useRef, useState } from 'react';
import type { RefusalStore } from '../../payment-required/createRefusalStore.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { isWarnedState } from '../../license/warnedState.js';

/** What has come back last, and in which state of the license it had been off. */
type Restored = ReturnType<RefusalStore['restored']> & { readonly from: LicenseState };

const NOTHING: Restored = { count: 0, entitlements: [], by: 'request', from: 'unknown' };

/**
 * What has come back last of that which the person had been told is off; nothing of what had come back before this
 * component was there, and nothing that the banner tells by itself: that the license is renewed.
 */
export function useRestored(store: RefusalStore, visible: readonly (string | null)[], state: LicenseState): Restored {
  const [restored, setRestored] = useState(NOTHING);
  const latest = useRef({ told: visible, state });
  useEffect(() => {
    latest.current = { told: visible, state };
  });
  useEffect(() => {
    let known = store.restored();
    return store.subscribe(() => {
      if (store.restored() === known) return;
      known = store.restored();
      const entitlements = known.entitlements.filter((entitlement) => latest.current.told.includes(entitlement));
      if (entitlements.length > 0) setRestored({ ...known, entitlements, from: latest.current.state });
    });
  }, [store]);
  const isAnnouncedByBanner = restored.by === 'license' && isWarnedState(restored.from) && state === 'active';
  return isAnnouncedByBanner ? NOTHING : restored;
}
