import { DAY_MS, HOUR_MS } from '../src/lib/time.js';
import type { LicenseBody } from '../src/license/LicenseBody.js';
import { DOCUMENTED_ENTITLEMENTS } from './mintLicenseKey.js';

/**
 * How the licensed routes differ from what the license says: they answer 402 although it is in force, as an API does that
 * has not been restarted with its present key; or their 402 names no entitlement.
 */
export type Refuses = 'all' | 'unnamed';

/** What the mock API starts with: a license key that expires so many milliseconds from then, no key, or a raw body. */
export type Scenario =
  | {
      /** Milliseconds from the start until the key expires; negative for a key that has expired. */
      readonly expiresIn: number;
      /** Default: those of the documentation's example. */
      readonly entitlements?: readonly string[];
      /** Default: as the license says. */
      readonly refuses?: Refuses;
    }
  | {
      /** There is no key. */
      readonly unlicensed: true;
    }
  | {
      /** The answer itself, for what no key can say. */
      readonly body: LicenseBody;
    };

/**
 * The name of a scenario: a state, or what is near its end (`last-day`, `grace-ending`); a license without end (`no-end`); and 402s that
 * are hard to explain (`disputed`, `unnamed`).
 */
export type ScenarioName =
  | 'active'
  | 'expiring'
  | 'last-day'
  | 'grace'
  | 'grace-ending'
  | 'expired'
  | 'unlicensed'
  | 'disputed'
  | 'unnamed'
  | 'no-end';

/** The states that an installation can be in, by name. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  active: { expiresIn: 359 * DAY_MS },
  expiring: { expiresIn: 5 * DAY_MS + 6 * HOUR_MS },
  'last-day': { expiresIn: 7 * HOUR_MS },
  grace: { expiresIn: -2 * DAY_MS - 2 * HOUR_MS },
  'grace-ending': { expiresIn: -7 * DAY_MS + 40 * 60_000 },
  expired: { expiresIn: -9 * DAY_MS },
  unlicensed: { unlicensed: true },
  disputed: { expiresIn: 359 * DAY_MS, refuses: 'all' },
  unnamed: { expiresIn: -9 * DAY_MS, refuses: 'unnamed' },
  // A key can't say "without end", so this one answer is not made from a key.
  'no-end': {
    body: { tier: 'enterprise', entitlements: DOCUMENTED_ENTITLEMENTS, expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 },
  },
};

/**
 * Whether `name` is a scenario's.
 *
 * @example const scenario = isScenarioName(name) ? name : 'active';
 */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}
