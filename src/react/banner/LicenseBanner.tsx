import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Format } from '../../messages/createFormat.js';
import { bannerMessages, nameMessages } from '../../messages/en.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { isWarnedState } from '../../license/warnedState.js';
import { LicenseLink } from '../LicenseLink.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useRestoreFocus } from '../a11y/useRestoreFocus.js';
import { useLicense } from '../useLicense.js';
import { useServerClock } from '../useServerClock.js';
import { useWords } from '../useWords.js';
import { Announcer } from '../a11y/Announcer.js';
import { BannerView } from './BannerView.js';
import { bannerDetail, bannerLead } from './bannerWords.js';
import { useDismissal } from './useDismissal.js';
import { useLines } from './useLines.js';

/**
 * Warns an admin while the license is about to expire, in grace, and expired; shows nothing to members and in every
 * other state. Place it once, at the top of the dashboard.
 *
 * @example <LicenseBanner />
 */
export function LicenseBanner(): ReactNode {
  const { role, format, client } = useLicenseContext();
  // Another person, or another API: nothing of what was put away counts any more.
  return role === 'admin' && client !== null ? <AdminBanner key={client.id} {...{ client, format }} /> : null;
}

function AdminBanner({ client, format }: { readonly client: LicenseClient; readonly format: Format | null }): ReactNode {
  const { language } = useLicenseContext();
  const { state, license, freshness } = useLicense();
  const words = useWords('banner', bannerMessages);
  const names = useWords('names', nameMessages);
  // Before the first answer, and never on the server: then both would have to remember the same.
  const remembered = useSyncExternalStore(client.clock.subscribe, client.memory.state, () => null);
  // Where no banner stood before, it comes with its words: then the page moves once.
  const [stood] = useState(() => client.memory.state() !== null);
  const expiresAt = license?.expiresAt ?? null;
  const warned = license === null ? remembered : isWarnedState(state) && expiresAt !== null ? { state, expiresAt } : null;
  const { dismissed, snooze, dismiss, restore } = useDismissal(client, warned?.state ?? state, warned?.expiresAt ?? expiresAt);
  const facts = warned && format && { ...warned, license, words, names, format };
  const lead = useServerClock(client.clock.countdown, (now) => (facts === null ? ['', null] : bannerLead(facts, now)));
  const shown = dismissed && warned?.state === 'expiring' ? null : warned;
  const place = useRef<HTMLElement>(null);
  const lines = useLines(client.memory, place);
  const noteOrigin = useRestoreFocus(place);
  const renewed = useRenewed(state, expiresAt);
  // What is only remembered is not announced.
  const announced = license === null || facts === null ? null : shown;
  const occasion = announced ? `${announced.state} ${expiresAt}` : renewed && format !== null ? `renewed ${expiresAt}` : null;
  const text = announced ? lead : words.renewed({ until: expiresAt === null || format === null ? null : format.day(expiresAt) });

  return (
    <>
      {shown && (stood || format !== null) && (
        <BannerView
          {...{ freshness, language, lead, dismissed, snooze, dismiss, restore, place }}
          state={shown.state}
          words={format && words}
          detail={facts === null || (license === null && freshness !== 'pending') ? '' : bannerDetail(facts)}
          lines={license === null || facts === null ? lines : 1}
          onFocus={({ relatedTarget }) => noteOrigin(relatedTarget)}
        >
          <LicenseLink renews>{words.renew}</LicenseLink>
        </BannerView>
      )}
      <Announcer part="banner" occasion={occasion} text={text} urgent={announced !== null && announced.state !== 'expiring'} />
    </>
  );
}

// Whether another license is in force than the one that the banner has warned of.
function useRenewed(state: LicenseState, expiresAt: number | null): boolean {
  const [warned, setWarned] = useState<number | null>(null);
  if (isWarnedState(state) && warned !== expiresAt) setWarned(expiresAt);
  return warned !== null && state === 'active' && warned !== expiresAt;
}
