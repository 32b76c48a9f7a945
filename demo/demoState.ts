import { isScenarioName, type ScenarioName } from '../mocks/scenarios.js';
import type { LicenseRole } from '../src/react/LicenseContext.js';
import { type DemoFault, isDemoFault } from './demoFaults.js';
import { FEATURES } from './features.js';

type Choices<T> = readonly [T, ...(readonly T[])];

// The first of each is its default, and is left out of the URL.
export const PAGES: Choices<string> = ['overview', 'chat', ...FEATURES.map(({ page }) => page), 'audit', 'license'];
export const ROLES = ['admin', 'member'] as const satisfies Choices<LicenseRole>;
export const THEMES = ['system', 'light', 'dark'] as const;
export const DIRECTIONS = ['auto', 'ltr', 'rtl'] as const;
export const LANGUAGES = ['en', 'de', 'fr', 'ja', 'ar'] as const;
const CONTROLS = ['auto', 'open', 'closed', 'none'] as const;

/** What the demo shows; all of it stands in the URL, so that a link shows a state. */
export type DemoState = {
  readonly page: string;
  readonly scenario: ScenarioName;
  /** Days until the expiry, where the slider was moved. */
  readonly days: number | null;
  readonly role: LicenseRole;
  readonly theme: (typeof THEMES)[number];
  readonly dir: (typeof DIRECTIONS)[number];
  readonly lang: (typeof LANGUAGES)[number];
  readonly fault: DemoFault | null;
  /** Whether the fault is there before the first check, so that nothing was ever known; else it comes after a good answer. */
  readonly cold: boolean;
  /** What time it is for the mock when the page loads, in milliseconds since 1970; `null` for the present. */
  readonly now: number | null;
  /** The control strip: open where there is room (`auto`), or not there at all, as in a picture (`none`). */
  readonly controls: (typeof CONTROLS)[number];
};

const MAX_DAYS = 3_650;

/** Reads the state from a query string; what can't be read is left at its default. */
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
    fault: isDemoFault(fault) ? fault : null,
    cold: isDemoFault(fault) && query.get('cold') === '1',
    now: Number.isNaN(now) ? null : now,
    controls: one('controls', CONTROLS),
  };
}

/** The query string of a state; defaults are left out. */
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
  ['controls', CONTROLS],
] as const;
