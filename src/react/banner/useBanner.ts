import { useEffect, useSyncExternalStore } from 'react';
import { type LicenseMemory, NO_MEMORY, type RememberedBanner } from '../../client/createLicenseMemory.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { Freshness } from '../../license/freshness.js';
import { type BannerState, isWarnedState } from '../../license/warnedState.js';
import { bannerMessages, nameMessages } from '../../messages/en.js';
import { useLicenseContext, useLicenseStore } from '../LicenseContext.js';
import { useReminder } from '../useReminder.js';
import { useServerClock } from '../useServerClock.js';
import { useStateFor } from '../useStateFor.js';
import { useWords } from '../useWords.js';
import { licenseHref } from '../LicenseLink.js';
import { bannerDetail, bannerLead, isSnoozable } from './bannerWords.js';
import { useDismissal } from './useDismissal.js';
import { useRememberBanner } from './useRememberBanner.js';

/** The label and the handler of a button. */
export type BannerAction = { readonly label: string; readonly run: () => void };

/** The texts and actions of the banner. */
export type LicenseBannerView = {
  /** `early` is the early reminder. */
  readonly state: BannerState;
  /** `pending` while the text is from the last visit. */
  readonly freshness: Freshness;
  /** The name of the landmark. */
  readonly region: string;
  /** The first, bold sentence. After a snooze, it says how long the banner is hidden. */
  readonly lead: string;
  /** Exact dates and features. Empty while the details are hidden. */
  readonly detail: string;
  /** Says that the last check failed; `null` otherwise. */
  readonly note: string | null;
  /** The link to the renewal; `null` without `licenseHref`. */
  readonly renew: { readonly label: string; readonly href: string } | null;
  /** Hides the banner for a while. `null` after the expiry. */
  readonly snooze: BannerAction | null;
  /** Undoes the snooze. Call `end` after 10 seconds: the banner then disappears. `null` without a snooze. */
  readonly undo: (BannerAction & { readonly end: () => void }) | null;
  /** Hides or shows the details. `null` before the expiry. */
  readonly details: (BannerAction & { readonly areShown: boolean }) | null;
};

/** Returns the view and the announcement of the banner. */
export function useBanner() {
  const { role, client, format, state, license, freshness, reminderDays, links } = useLicenseContext();
  const reminder = useReminder();
  const words = useWords('banner', bannerMessages);
  const names = useWords('names', nameMessages);
  const isAdmin = role === 'admin' && client !== null;
  const memory = isAdmin ? client.internals.memory : NO_MEMORY;
  const lastBanner = useRemembered(memory);
  // The app may have removed its early reminder.
  const remembered = lastBanner?.state === 'early' && reminderDays === null ? null : lastBanner;
  const expiresAt = license?.expiresAt ?? null;
  const current = isWarnedState(state) ? state : reminder === 'early' ? reminder : null;
  const warned = license === null ? remembered : current !== null && expiresAt !== null ? { state: current, expiresAt } : null;
  const { dismissal, isDismissed, snooze, undoable, dismiss, restore, endUndo } = useDismissal(
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

  const [lastVisit] = useStateFor(memory, memory.read);
  const hasText = license !== null && facts !== null;
  const text = hasText ? [lead, detail].map(toOneLine).join(TEXT_SEPARATOR) : (lastVisit?.text ?? '');
  const isOfAnotherTab = state === 'active' && reminderDays === null && lastVisit?.state === 'early' && lastVisit.expiresAt === expiresAt;
  let toRemember: RememberedBanner | null | undefined;
  if (warned) toRemember = { state: warned.state, expiresAt: warned.expiresAt, text, dismissal };
  // Keeps the entry of a page with `remindDaysBefore`, which contains its snooze.
  else if (license !== null && format !== null && !isOfAnotherTab) toRemember = null;
  useRememberBanner(memory, toRemember);
  useMountedBanner(isAdmin);

  // Without reserved space, the banner waits for its text. Otherwise the page would shift twice.
  const isReady = lastVisit !== null || format !== null;
  const shown = isReady && !(isSnoozed && undoable === null) ? warned : null;
  const isRenewed = useRenewed(`${client?.baseUrl} ${client?.scope}`, state, current !== null, expiresAt);
  // The banner of the last visit is not announced.
  const announced = license === null || facts === null ? null : shown;
  let occasion: string | null = null;
  if (announced && undoable !== null) occasion = `snoozed ${dismissal?.until}`;
  else if (announced) occasion = `${announced.state} ${expiresAt}`;
  else if (isRenewed && format !== null) occasion = `renewed ${expiresAt}`;
  let announcement = words.renewed({ until: expiresAt === null || format === null ? null : format.day(expiresAt) });
  if (announced) announcement = undoable === null ? lead : words.snoozed[undoable];
  const isConfirmed = freshness === 'fresh' || freshness === 'pending';
  const canSnooze = isSnoozable(shown?.state);
  const href = licenseHref(links, true);
  const view: LicenseBannerView | null = shown && {
    state: shown.state,
    freshness,
    region: words.region,
    lead: undoable === null ? lead : words.snoozed[undoable],
    detail: undoable === null ? detail : '',
    note: isConfirmed || undoable !== null ? null : words.unconfirmed,
    renew: href === undefined || undoable !== null ? null : { label: words.renew, href },
    snooze: canSnooze && undoable === null ? { label: words.snooze[snooze], run: dismiss } : null,
    undo: undoable === null ? null : { label: words.undo, run: restore, end: endUndo },
    details: canSnooze
      ? null
      : { label: isDismissed ? words.expand : words.collapse, run: isDismissed ? restore : dismiss, areShown: !isDismissed },
  };
  return {
    isAdmin,
    view,
    /** True until the messages have loaded. The texts of `view` are English until then. */
    isLoading: format === null,
    /** Lead and detail of the last visit. They reserve space until the text is known; `null` for none. */
    reservedText: hasText ? null : text.split(TEXT_SEPARATOR),
    announcement: { occasion, text: announcement, urgent: announced !== null && !isSnoozable(announced.state) },
  };
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

/** Counts mounted banners, so that the renewal leaves its announcement to them. */
function useMountedBanner(isAdmin: boolean): void {
  const { banners } = useLicenseStore();
  useEffect(() => {
    if (!isAdmin) return undefined;
    banners.count += 1;
    return () => {
      banners.count -= 1;
    };
  }, [banners, isAdmin]);
}

/** Returns true if an active license has replaced the one that the banner warned about. */
function useRenewed(user: string, state: LicenseState, isWarned: boolean, expiresAt: number | null): boolean {
  const [warnedExpiry, setWarnedExpiry] = useStateFor<number | null>(user, () => null);
  if (isWarned && warnedExpiry !== expiresAt) setWarnedExpiry(expiresAt);
  return warnedExpiry !== null && state === 'active' && warnedExpiry !== expiresAt;
}
