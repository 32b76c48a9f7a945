import type { LicenseBody } from '../src/contract/LicenseBody.js';
import { DOCUMENTED_ENTITLEMENTS } from './mintLicenseKey.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How the licensed routes differ from what the license says: they answer 402 although it is in force, as an API does that
 * has not been restarted with its present key; or their 402 names no entitlement.
 */
export type Refuses = 'all' | 'unnamed';

/** What the mock API starts with: a license key that expires so many milliseconds from then, no key, or a raw body. */
export type Scenario =
  | { readonly expiresIn: number; readonly entitlements?: readonly string[]; readonly refuses?: Refuses }
  | { readonly unlicensed: true }
  | { readonly body: LicenseBody };

/** The states that an installation can be in, by name. */
export const scenarios = {
  active: { expiresIn: 359 * DAY },
  expiring: { expiresIn: 5 * DAY + 6 * HOUR },
  'last-day': { expiresIn: 7 * HOUR },
  grace: { expiresIn: -2 * DAY - 2 * HOUR },
  'grace-ending': { expiresIn: -7 * DAY + 40 * 60_000 },
  expired: { expiresIn: -9 * DAY },
  unlicensed: { unlicensed: true },
  disputed: { expiresIn: 359 * DAY, refuses: 'all' },
  unnamed: { expiresIn: -9 * DAY, refuses: 'unnamed' },
  // A key can't say "without end", so this one answer is not made from a key.
  'no-end': {
    body: { tier: 'enterprise', entitlements: DOCUMENTED_ENTITLEMENTS, expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 },
  },
} as const satisfies Record<string, Scenario>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;

/** Whether `name` is a scenario's. */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}
