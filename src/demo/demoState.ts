import { isScenarioName, type ScenarioName } from '../../mocks/scenarios.js';
import type { LicenseRole } from '../ui/provider/LicenseContext.js';
import { FEATURES } from './features.js';

const PAGES: readonly string[] = ['overview', 'chat', 'audit', ...FEATURES.map(({ page }) => page), 'license'];
const THEMES = ['system', 'light', 'dark'] as const;

/** What the demo shows; all of it stands in the URL, so that a link shows a state. */
export type DemoState = {
  readonly page: string;
  readonly scenario: ScenarioName;
  /** Days until the expiry, where the slider was moved. */
  readonly days: number | null;
  readonly role: LicenseRole;
  readonly theme: (typeof THEMES)[number];
  /** What time it is for the mock when the page loads, in milliseconds since 1970; `null` for the present. */
  readonly now: number | null;
};

/** Reads the state from a query string; what can't be read is left at its default. */
export function readDemoState(search: string): DemoState {
  const query = new URLSearchParams(search);
  const scenario = query.get('scenario') ?? '';
  const days = Number.parseFloat(query.get('days') ?? '');
  const now = Date.parse(query.get('now') ?? '');
  return {
    page: PAGES.find((page) => page === query.get('page')) ?? 'overview',
    scenario: isScenarioName(scenario) ? scenario : 'active',
    days: Number.isNaN(days) ? null : days,
    role: query.get('role') === 'member' ? 'member' : 'admin',
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? 'system',
    now: Number.isNaN(now) ? null : now,
  };
}

/** The query string of a state; defaults are left out. */
export function demoSearch({ page, scenario, days, role, theme, now }: DemoState): string {
  const query = new URLSearchParams({ page });
  if (scenario !== 'active') query.set('scenario', scenario);
  if (days !== null) query.set('days', String(days));
  if (role !== 'admin') query.set('role', role);
  if (theme !== 'system') query.set('theme', theme);
  if (now !== null) query.set('now', new Date(now).toISOString());
  return `?${query}`;
}
