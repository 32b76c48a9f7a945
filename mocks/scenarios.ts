import { DAY_MS, HOUR_MS } from '../src/lib/time.js';
import type { LicenseBody } from '../src/license/LicenseBody.js';
import { ENTITLEMENTS } from '../src/license/entitlements.js';

/** The entitlements in the example of the API documentation. */
export const DOCUMENTED_ENTITLEMENTS: readonly string[] = ENTITLEMENTS.filter((id) => id !== 'backend_autoscaling');

/**
 * How the licensed routes deviate from the license.
 *
 * - `all`: they answer 402 although the license is in force, like an API that was not restarted with its new key.
 * - `unnamed`: their 402 names no entitlement.
 */
export type Refuses = 'all' | 'unnamed';

/** The license with which the mock API starts: a generated key, no key, or a fixed response body. */
export type Scenario =
  | {
      /** Milliseconds from the start of the mock until the key expires; negative for an expired key. */
      readonly expiresIn: number;
      /** Default: those in the example of the API documentation. */
      readonly entitlements?: readonly string[];
      /** Default: the routes follow the license. */
      readonly refuses?: Refuses;
    }
  | {
      /** There is no key. */
      readonly unlicensed: true;
    }
  | {
      /** The response body, for a license that no key can express. */
      readonly body: LicenseBody;
    };

/**
 * The name of a scenario.
 *
 * - `active`, `expiring`, `grace`, `expired` and `unlicensed` are license states.
 * - `last-day` and `grace-ending` are close to the end of `expiring` and `grace`.
 * - `no-end` is a license that does not expire.
 * - `disputed` refuses features that the license includes. `unnamed` refuses them without naming the entitlement.
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

/** The license with which the mock API starts in each scenario. */
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
  // A key always expires, so this body is not made from one.
  'no-end': {
    body: { tier: 'enterprise', entitlements: DOCUMENTED_ENTITLEMENTS, expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 },
  },
};

/**
 * Returns true if `name` is the name of a scenario.
 *
 * @example const scenario = isScenarioName(name) ? name : 'active';
 */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}
