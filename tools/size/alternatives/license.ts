import { useQuery } from '@tanstack/react-query';
import axios, { type AxiosError } from 'axios';
import { addDays, differenceInDays, format, formatDistance, parseISO, subDays } from 'date-fns';
import { useEffect, useState, useSyncExternalStore } from 'react';
import * as z from 'zod';

// Code that a team would write by hand for an Alexandria dashboard, independent of the component library.

const licenseSchema = z.object({
  tier: z.string().nullable(),
  entitlements: z.array(z.string()),
  expires_at: z.iso.datetime({ offset: true }).nullable(),
  days_remaining: z.number(),
  grace_remaining_seconds: z.number(),
});

const problemSchema = z.object({ detail: z.string().optional(), entitlement: z.string().optional() });

export type License = z.infer<typeof licenseSchema>;
export type State = 'active' | 'expiring' | 'grace' | 'expired' | 'unlicensed' | 'unknown';

export const FEATURES: Record<string, string> = {
  multi_tenant: 'Multi-tenancy',
  oidc: 'Single sign-on (OIDC/SAML)',
  scim: 'SCIM provisioning',
  audit_export: 'Audit log export',
  memcached_cache: 'Memcached blob cache',
  vault: 'Vault secrets backend',
  backend_autoscaling: 'Backend autoscaling',
};

export const STATES: Record<State, string> = {
  active: 'Active',
  expiring: 'Expires soon',
  grace: 'Grace period',
  expired: 'Expired',
  unlicensed: 'No license',
  unknown: 'Unknown',
};

export const api = axios.create({ baseURL: '/api', timeout: 30_000 });

const refused = new Set<string>();
const listeners = new Set<() => void>();
let entries: readonly string[] = [];

function publish(): void {
  entries = [...refused];
  for (const listener of listeners) listener();
}

api.interceptors.response.use(undefined, (error: AxiosError) => {
  if (error.response?.status === 402) {
    const problem = problemSchema.safeParse(error.response.data);
    refused.add(problem.data?.entitlement ?? 'unknown');
    publish();
  }
  return Promise.reject(error);
});

/** Returns the first entitlement refused with a 402, the number of others, and a function to dismiss one. */
export function useRefused() {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => entries,
  );
  const dismiss = (entitlement: string) => {
    refused.delete(entitlement);
    publish();
  };
  return { entitlement: all[0], rest: all.length - 1, dismiss };
}

/** The license, polled once a minute. */
export function useLicense() {
  const query = useQuery({
    queryKey: ['license'],
    queryFn: async ({ signal }) => licenseSchema.parse((await api.get('/admin/license', { signal })).data),
    refetchInterval: 60_000,
  });
  const now = useNow();
  return { ...query, now, ...describe(query.data, now) };
}

function describe(license: License | undefined, now: Date) {
  if (!license) return { state: 'unknown' as State, expires: null, graceEnds: null };
  if (license.expires_at === null) {
    return { state: (license.entitlements.length > 0 ? 'active' : 'unlicensed') as State, expires: null, graceEnds: null };
  }
  const expires = parseISO(license.expires_at);
  const graceEnds = addDays(expires, 7);
  const state: State = now < subDays(expires, 7) ? 'active' : now < expires ? 'expiring' : now < graceEnds ? 'grace' : 'expired';
  return { state, expires, graceEnds };
}

function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Returns the text of the banner; `null` if there is no banner. */
export function bannerText(state: State, expires: Date | null, graceEnds: Date | null, now: Date, license: License | undefined) {
  if (!expires || !graceEnds || !license) return null;
  const features = license.entitlements.map((id) => FEATURES[id] ?? id).join(', ');
  if (state === 'expiring') {
    return {
      title: `Your ${license.tier} license expires ${formatDistance(expires, now, { addSuffix: true })}.`,
      detail: `On ${format(expires, 'PPpp')} a grace period begins.`,
    };
  }
  if (state === 'grace') {
    return {
      title: `License expired ${formatDistance(expires, now, { addSuffix: true })}. Licensed features stop in ${formatDistance(graceEnds, now)}.`,
      detail: `On ${format(graceEnds, 'PPpp')} these stop: ${features}. Everything else keeps working.`,
    };
  }
  if (state === 'expired') {
    return { title: `License expired. Licensed features have been off since ${format(graceEnds, 'PPpp')}.`, detail: `Off: ${features}.` };
  }
  return null;
}

/** Returns the text of the 402 dialog. */
export function refusalText(entitlement: string, state: State, license: License | undefined): { title: string; detail: string } {
  const name = FEATURES[entitlement] ?? entitlement;
  if (!license) return { title: `${name} is not available`, detail: 'The API refused it with 402. Ask your administrator.' };
  if (state === 'unlicensed') return { title: `${name} needs a license`, detail: 'This gateway runs without a license.' };
  if (!license.entitlements.includes(entitlement))
    return { title: `${name} is not in your license`, detail: `Your ${license.tier} license does not include it (${entitlement}).` };
  if (state === 'expired') return { title: `${name} is off`, detail: 'The license has expired, and its grace period is over.' };
  return { title: `${name} was refused`, detail: 'It is part of the license. The API may not have been restarted with the present key.' };
}

/** Returns the row of each entitlement that matches the filter. */
export function entitlementRows(license: License | undefined, state: State, filter: string) {
  const ids = new Set([...Object.keys(FEATURES), ...(license?.entitlements ?? [])]);
  return [...ids]
    .map((id) => ({ id, name: FEATURES[id] ?? id, included: license?.entitlements.includes(id) === true }))
    .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(filter.toLowerCase()))
    .map((row) => ({ ...row, on: row.included && state !== 'expired' }));
}

/** Returns the elapsed part of the year before the expiry, in percent. */
export function progress(expires: Date | null, now: Date): number {
  return expires ? Math.min(100, Math.max(0, 100 - (differenceInDays(expires, now) / 365) * 100)) : 0;
}

/** Snoozes a reminder until tomorrow. */
export function useSnooze(key: string) {
  const [until, setUntil] = useState(() => Number(localStorage.getItem(key) ?? 0));
  const snooze = () => {
    const tomorrow = addDays(new Date(), 1).getTime();
    localStorage.setItem(key, String(tomorrow));
    setUntil(tomorrow);
  };
  return { snoozed: until > Date.now(), snooze };
}

export { format, formatDistance };
