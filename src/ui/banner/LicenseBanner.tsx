import { type ReactNode, useRef, useState } from 'react';
import type { Format } from '../../messages/createFormat.js';
import { bannerMessages, nameMessages } from '../../messages/en.js';
import type { LicenseState } from '../../status/licenseStatus.js';
import { useLicenseContext } from '../provider/LicenseContext.js';
import { useFocusKeeper } from '../useFocusKeeper.js';
import { useLicense } from '../useLicense.js';
import { useServerClock } from '../useServerClock.js';
import { useWords } from '../useWords.js';
import { Announcer } from '../Announcer.js';
import { BannerView } from './BannerView.js';
import { bannerDetail, bannerLead, isBannerState } from './bannerWords.js';
import { useDismissal } from './useDismissal.js';

/**
 * Warns an admin while the license is about to expire, in grace, and expired; shows nothing to members and in every
 * other state. Place it once, at the top of the dashboard.
 *
 * @example <LicenseBanner />
 */
export function LicenseBanner(): ReactNode {
  const { role, format, client } = useLicenseContext();
  // Another person, or another API: nothing of what was put away counts any more.
  return role === 'admin' && format !== null ? <AdminBanner key={client?.id} format={format} /> : null;
}

function AdminBanner({ format }: { readonly format: Format }): ReactNode {
  const { client, licenseHref } = useLicenseContext();
  const { state, license, freshness } = useLicense();
  const words = useWords('banner', bannerMessages);
  const names = useWords('names', nameMessages);
  const expiresAt = license?.expiresAt ?? null;
  const { dismissed, dismiss, restore } = useDismissal(state, expiresAt);
  const facts = license !== null && isBannerState(state) ? { state, license, words, names, format } : null;
  const lead = useServerClock(client?.clock.countdown ?? null, (now) => (facts === null ? ['', null] : bannerLead(facts, now)));
  const snoozed = dismissed && state === 'expiring';
  const shown = snoozed ? null : facts;
  const place = useRef<HTMLElement>(null);
  const noteOrigin = useFocusKeeper(place);
  const renewed = useRenewed(state, expiresAt);
  const occasion = shown ? `${state} ${expiresAt}` : renewed ? `renewed ${expiresAt}` : null;
  const text = shown ? lead : words.renewed({ until: expiresAt === null ? null : format.day(expiresAt) });

  return (
    <>
      {shown && (
        <BannerView
          {...{ freshness, words, lead, dismissed, dismiss, restore, licenseHref, place }}
          onFocus={({ relatedTarget }) => noteOrigin(relatedTarget)}
          state={shown.state}
          detail={bannerDetail(shown)}
        />
      )}
      <Announcer occasion={occasion} text={text} urgent={shown !== null && state !== 'expiring'} />
    </>
  );
}

// Whether another license is in force than the one that the banner has warned of.
function useRenewed(state: LicenseState, expiresAt: number | null): boolean {
  const [warned, setWarned] = useState<number | null>(null);
  if (isBannerState(state) && warned !== expiresAt) setWarned(expiresAt);
  return warned !== null && state === 'active' && warned !== expiresAt;
}
