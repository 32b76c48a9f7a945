import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { LicenseMemory, RememberedBanner } from '../../client/createLicenseMemory.js';
import type { Format } from '../../messages/createFormat.js';
import { bannerMessages, nameMessages } from '../../messages/en.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { isWarnedState } from '../../license/warnedState.js';
import { LicenseLink } from '../LicenseLink.js';
import { useLicenseContext, useLicenseStore } from '../LicenseContext.js';
import { useRestoreFocus } from '../a11y/useRestoreFocus.js';
import { useReminder } from '../useReminder.js';
import { useServerClock } from '../useServerClock.js';
import { useWords } from '../useWords.js';
import { Announcer } from '../a11y/Announcer.js';
import { BannerView } from './BannerView.js';
import { bannerDetail, bannerLead, isSnoozable } from './bannerWords.js';
import { useDismissal } from './useDismissal.js';
import { useRememberBanner } from './useRememberBanner.js';

/**
 * Warns admins while the license is expiring, in grace or expired, and earlier if the provider has `remindDaysBefore`. Renders no banner for members or
 * in other states. Place it once, at the top of
 * the dashboard.
 *
 * @example <LicenseBanner />
 */
export function LicenseBanner(): ReactNode {
  const { role, format, client } = useLicenseContext();
  // Remounts for a new client, because a dismissal belongs to one client.
  return role === 'admin' && client !== null ? <AdminBanner key={client.internals.id} {...{ client, format }} /> : null;
}

function AdminBanner({ client, format }: { readonly client: LicenseClient; readonly format: Format | null }): ReactNode {
  const { language, state, license, freshness, reminderDays } = useLicenseContext();
  const reminder = useReminder();
  const words = useWords('banner', bannerMessages);
  const names = useWords('names', nameMessages);
  const { memory } = client.internals;
  const lastBanner = useRemembered(memory);
  // The app may have removed its early reminder.
  const remembered = lastBanner?.state === 'early' && reminderDays === null ? null : lastBanner;
  const expiresAt = license?.expiresAt ?? null;
  const early = reminder === 'early' ? reminder : null;
  const current = isWarnedState(state) ? state : early;
  const warned = license === null ? remembered : current !== null && expiresAt !== null ? { state: current, expiresAt } : null;
  const { dismissal, isDismissed, snooze, dismiss, restore, undoable, endUndo } = useDismissal(
    memory,
    warned?.state ?? null,
    warned?.expiresAt ?? expiresAt,
  );
  const facts = warned && format && { ...warned, license, words, names, format };
  const lead = useServerClock((now) => (facts === null ? ['', null] : bannerLead(facts, now)));
  const isSnoozed = isDismissed && isSnoozable(warned?.state);
  const isCollapsed = isDismissed && !isSnoozed;
  // Before the first response the detail says "Checking now…", which is wrong after a failed check.
  const hasDetail = !isCollapsed && (license !== null || freshness === 'pending');
  const detail = useServerClock((now) => (facts === null || !hasDetail ? ['', null] : bannerDetail(facts, now)));
  const shown = isSnoozed && undoable === null ? null : warned;

  const [lastVisit] = useState(memory.read);
  const hasText = license !== null && facts !== null;
  const text = hasText ? [lead, detail].map(toOneLine).join(TEXT_SEPARATOR) : (lastVisit?.text ?? '');
  let toRemember: RememberedBanner | null | undefined;
  if (warned) toRemember = { state: warned.state, expiresAt: warned.expiresAt, text, dismissal };
  else if (license !== null && format !== null) toRemember = null;
  useRememberBanner(memory, toRemember);

  const { banners } = useLicenseStore();
  useEffect(() => {
    banners.count += 1;
    return () => {
      banners.count -= 1;
    };
  }, [banners]);

  const sectionRef = useRef<HTMLElement>(null);
  const recordFocusOrigin = useRestoreFocus(sectionRef);
  const isRenewed = useRenewed(state, current !== null, expiresAt);
  // The banner of the last visit is not announced.
  const announced = license === null || facts === null ? null : shown;
  let occasion: string | null = null;
  if (announced && undoable !== null) occasion = `snoozed ${dismissal?.until}`;
  else if (announced) occasion = `${announced.state} ${expiresAt}`;
  else if (isRenewed && format !== null) occasion = `renewed ${expiresAt}`;
  let announcement = words.renewed({ until: expiresAt === null || format === null ? null : format.day(expiresAt) });
  if (announced) announcement = undoable === null ? lead : words.snoozed[undoable];

  return (
    <>
      {/* Without reserved space, the banner waits for its text. Otherwise the page would shift twice. */}
      {shown && (lastVisit !== null || format !== null) && (
        <BannerView
          {...{ freshness, language, lead, detail, isDismissed, snooze, dismiss, restore, undoable, endUndo, sectionRef }}
          state={shown.state}
          words={format && words}
          reservedText={hasText ? null : text.split(TEXT_SEPARATOR)}
          onFocus={({ relatedTarget }) => recordFocusOrigin(relatedTarget)}
        >
          <LicenseLink renews isMain={shown.state !== 'early'}>
            {words.renew}
          </LicenseLink>
        </BannerView>
      )}
      <Announcer part="banner" occasion={occasion} text={announcement} urgent={announced !== null && !isSnoozable(announced.state)} />
    </>
  );
}

// Separates the bold lead from the detail in the remembered text.
const TEXT_SEPARATOR = '\n';

// A line break in a name would split the stored text.
function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Returns the last visit's banner until the first response. Servers have no storage, so hydration starts without it. */
function useRemembered(memory: LicenseMemory): RememberedBanner | null {
  const { subscribe, getState } = useLicenseStore();
  return useSyncExternalStore(
    subscribe,
    () => (getState().license === null ? memory.read() : null),
    () => null,
  );
}

/** Returns true if an active license has replaced the one that the banner warned about. */
function useRenewed(state: LicenseState, isWarned: boolean, expiresAt: number | null): boolean {
  const [warnedExpiry, setWarnedExpiry] = useState<number | null>(null);
  if (isWarned && warnedExpiry !== expiresAt) setWarnedExpiry(expiresAt);
  return warnedExpiry !== null && state === 'active' && warnedExpiry !== expiresAt;
}
