import { useState } from 'react';
import type { ServerClock } from '../../client/createServerClock.js';
import type { LicenseState } from '../../status/licenseStatus.js';
import { type LicenseContextValue, useLicenseContext } from '../provider/LicenseContext.js';
import { useServerClock } from '../useServerClock.js';

/** The longest snooze, in milliseconds: 24 h. */
const MAX_SNOOZE_MS = 86_400_000;

type Dismissal = { readonly state: string; readonly expiresAt: number | null; readonly until: number | null };

/**
 * Remembers that the banner of one state and one expiry was put away: snoozed for 24 h while the license is only about
 * to expire, collapsed from then on. Another state or another expiry brings it back.
 */
export function useDismissal(state: LicenseState, expiresAt: number | null) {
  const context = useLicenseContext();
  const [dismissal, setDismissal] = useState<Dismissal | null>(() => recall(context));
  const snoozable = state === 'expiring';
  const matches = dismissal?.state === state && dismissal.expiresAt === expiresAt;
  const until = matches ? dismissal.until : null;
  const clock: ServerClock | null = context.client?.clock ?? null;
  const dismissed = useServerClock(clock, (now) => {
    if (!matches || !snoozable) return [matches, null];
    const left = now === null || until === null ? 0 : until - now;
    return left > 0 && left <= MAX_SNOOZE_MS ? [true, until] : [false, null];
  });
  const put = (next: Dismissal | null) => {
    setDismissal(next);
    attempt(() => context.storage.set(storageKey(context), JSON.stringify(next)));
  };
  return {
    dismissed,
    dismiss: () => put({ state, expiresAt, until: snoozable ? (clock?.now() ?? 0) + MAX_SNOOZE_MS : null }),
    restore: () => put(null),
  };
}

function storageKey({ client }: LicenseContextValue): string {
  return `alexandria-license:${JSON.stringify([client?.baseUrl, client?.scope])}:banner`;
}

// What is stored is untrusted: another version, another script or a person may have written it.
function recall(context: LicenseContextValue): Dismissal | null {
  const stored: unknown = attempt(() => JSON.parse(context.storage.get(storageKey(context)) ?? 'null'));
  const { state, expiresAt, until } = Object(stored);
  const isInstant = (value: unknown): value is number | null => value === null || typeof value === 'number';
  return typeof state === 'string' && isInstant(expiresAt) && isInstant(until) ? { state, expiresAt, until } : null;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
