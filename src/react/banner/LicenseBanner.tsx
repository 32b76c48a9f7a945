import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Format } from '../../messages/createFormat.js';
import { bannerMessages, nameMessages } from '../../messages/en.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { isWarnedState } from '../../license/warnedState.js';
import { LicenseLink } from '../LicenseLink.js';
import { useLicenseContext, useLicenseStore } from '../LicenseContext.js';
import { useRestoreFocus } from '../a11y/useRestoreFocus.js';
import { useLicense } from '../useLicense.js';
import { useServerClock } from '../useServerClock.js';
import { useWords } from '../useWords.js';
import { Announcer } from '../a11y/Announcer.js';
import { BannerView } from './BannerView.js';
import { bannerDetail, bannerLead } from './bannerWords.js';
import { useDismissal } from './useDismissal.js';
import { useRememberBanner } from './useRememberBanner.js';

/**
 * Warns an admin while the license is about to expire, in grace, and expired; shows nothing to members and in every
 * other state. Place it once, at the top of the dashboard.
 *
 * @example <LicenseBanner />
 */
export function LicenseBanner(): ReactNode {
  const { role, format, client } = useLicenseContext();
  // A dismissal belongs to one client.
  return role === 'admin' && client !== null ? <AdminBanner key={client.internals.id} {...{ client, format }} /> : null;
}

function AdminBanner({ client, format }: { readonly client: LicenseClient; readonly format: Format | null }): ReactNode {
  const { language } = useLicenseContext();
  const { state, license, freshness } = useLicense();
  const words = useWords('banner', bannerMessages);
  const names = useWords('names', nameMessages);
  const { memory } = client.internals;
  const [earlier] = useState(memory.read);
  // Shown until the first response. The server remembers nothing, so hydration starts without it.
  const remembered = useSyncExternalStore(
    useLicenseStore().subscribe,
    () => earlier,
    () => null,
  );
  const expiresAt = license?.expiresAt ?? null;
  const warned = license === null ? remembered : isWarnedState(state) && expiresAt !== null ? { state, expiresAt } : null;
  const { dismissal, dismissed, snooze, dismiss, restore } = useDismissal(memory, warned?.state ?? state, warned?.expiresAt ?? expiresAt);
  const facts = warned && format && { ...warned, license, words, names, format };
  const lead = useServerClock((now) => (facts === null ? ['', null] : bannerLead(facts, now)));
  const isSnoozed = dismissed && warned?.state === 'expiring';
  const isCollapsed = dismissed && !isSnoozed;
  const detail = facts === null || isCollapsed || (license === null && freshness !== 'pending') ? '' : bannerDetail(facts);
  const shown = isSnoozed ? null : warned;
  const place = useRef<HTMLElement>(null);
  const hasText = license !== null && facts !== null;
  const text = hasText ? [lead, detail].join(TEXT_SEPARATOR) : (earlier?.text ?? '');
  const isKnown = license !== null && format !== null;
  useRememberBanner(memory, warned ? { state: warned.state, expiresAt: warned.expiresAt, text, dismissal } : isKnown ? null : undefined);
  const noteOrigin = useRestoreFocus(place);
  const renewed = useRenewed(state, expiresAt);
  // A remembered state is not announced.
  const announced = license === null || facts === null ? null : shown;
  const occasion = announced ? `${announced.state} ${expiresAt}` : renewed && format !== null ? `renewed ${expiresAt}` : null;
  const announcement = announced ? lead : words.renewed({ until: expiresAt === null || format === null ? null : format.day(expiresAt) });

  return (
    <>
      {/* If no banner was shown before, it appears together with its words, so that the page shifts once. */}
      {shown && (earlier !== null || format !== null) && (
        <BannerView
          {...{ freshness, language, lead, detail, dismissed, snooze, dismiss, restore, place }}
          state={shown.state}
          words={format && words}
          room={hasText ? null : text.split(TEXT_SEPARATOR)}
          onFocus={({ relatedTarget }) => noteOrigin(relatedTarget)}
        >
          <LicenseLink renews>{words.renew}</LicenseLink>
        </BannerView>
      )}
      <Announcer part="banner" occasion={occasion} text={announcement} urgent={announced !== null && announced.state !== 'expiring'} />
    </>
  );
}

// Separates the bold lead from the detail in the remembered text.
const TEXT_SEPARATOR = '\n';

// Returns true if another license is in force than the one that the banner warned of.
function useRenewed(state: LicenseState, expiresAt: number | null): boolean {
  const [warned, setWarned] = useState<number | null>(null);
  if (isWarnedState(state) && warned !== expiresAt) setWarned(expiresAt);
  return warned !== null && state === 'active' && warned !== expiresAt;
}
