import { isScenarioName, type ScenarioName } from '../mocks/scenarios.js';
import type { LicenseRole } from '../src/react/LicenseContext.js';
import { type DemoFault, isDemoFault } from './demoFaults.js';
import { FEATURES } from './features.js';

type Choices<T> = readonly [T, ...(readonly T[])];

// The first choice of each list is its default. Defaults are left out of the URL, except for the page.
export const PAGES: Choices<string> = ['overview', 'chat', ...FEATURES.map(({ page }) => page), 'audit', 'license'];
export const ROLES = ['admin', 'member'] as const satisfies Choices<LicenseRole>;
export const THEMES = ['system', 'light', 'dark'] as const;
export const DIRECTIONS = ['auto', 'ltr', 'rtl'] as const;
export const LANGUAGES = ['en', 'de', 'fr', 'ja', 'ar'] as const;
export const REMINDERS = ['off', '8', '14', '30', '90', '365'] as const;
export const STOPS = ['shown', 'hidden'] as const;
const CONTROLS = ['auto', 'open', 'closed', 'none'] as const;

/** The state of the demo. All of it is in the URL, so a link reproduces it. */
export type DemoState = {
  readonly page: string;
  readonly scenario: ScenarioName;
  /** Days until the expiry, as set by the slider; `null` if it was not moved. */
  readonly days: number | null;
  readonly role: LicenseRole;
  readonly theme: (typeof THEMES)[number];
  readonly dir: (typeof DIRECTIONS)[number];
  readonly lang: (typeof LANGUAGES)[number];
  /** Days before the expiry at which the early reminder begins. */
  readonly remind: (typeof REMINDERS)[number];
  /** Whether the app shows what may stop if the license lapses. */
  readonly stops: (typeof STOPS)[number];
  readonly fault: DemoFault | null;
  /** True if the fault starts before the first check, so no license is ever loaded. Otherwise after a good answer. */
  readonly cold: boolean;
  /** The mock's time when the page loads, in milliseconds since 1970; `null` for the current time. */
  readonly now: number | null;
  /** The control strip. `auto` opens it on wide windows; `none` leaves it out, as in screenshots. */
  readonly controls: (typeof CONTROLS)[number];
};

const MAX_DAYS = 3_650;

/** Reads the state from a query string. Missing or invalid values get their defaults. */
export function readDemoState(search: string): DemoState {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name) ?? '';
  const one = <T extends string>(name: string, choices: Choices<T>): T =>
    choices.find((choice) => choice === query.get(name)) ?? choices[0];
  const days = Number.parseFloat(text('days'));
  const now = Date.parse(text('now'));
  const [scenario, fault] = [text('scenario'), text('fault')];
  return {
    page: one('page', PAGES),
    scenario: isScenarioName(scenario) ? scenario : 'active',
    days: Number.isNaN(days) ? null : Math.min(Math.max(days, -MAX_DAYS), MAX_DAYS),
    role: one('role', ROLES),
    theme: one('theme', THEMES),
    dir: one('dir', DIRECTIONS),
    lang: one('lang', LANGUAGES),
    remind: one('remind', REMINDERS),
    stops: one('stops', STOPS),
    fault: isDemoFault(fault) ? fault : null,
    cold: isDemoFault(fault) && query.get('cold') === '1',
    now: Number.isNaN(now) ? null : now,
    controls: one('controls', CONTROLS),
  };
}

/** Returns the query string of a state, without defaults except for the page. */
export function demoSearch(state: DemoState): string {
  const { page, scenario, days, fault, cold, now } = state;
  const query = new URLSearchParams({ page });
  if (scenario !== 'active') query.set('scenario', scenario);
  if (days !== null) query.set('days', String(days));
  for (const [name, [standard]] of CHOSEN) {
    if (state[name] !== standard) query.set(name, state[name]);
  }
  if (fault !== null) query.set('fault', fault);
  if (fault !== null && cold) query.set('cold', '1');
  if (now !== null) query.set('now', new Date(now).toISOString());
  return `?${query}`;
}

const CHOSEN = [
  ['role', ROLES],
  ['theme', THEMES],
  ['dir', DIRECTIONS],
  ['lang', LANGUAGES],
  ['remind', REMINDERS],
  ['stops', STOPS],
  ['controls', CONTROLS],
] as const;
