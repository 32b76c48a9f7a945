import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../mocks/scenarios.js';
import { demoFaults, MAIN_FAULTS, MORE_FAULTS } from '../../../demo/demoFaults.js';
import {
  type DemoState,
  DIRECTIONS,
  demoSearch,
  LANGUAGES,
  PAGES,
  REMINDERS,
  ROLES,
  readDemoState,
  STOPS,
  THEMES,
} from '../../../demo/demoState.js';
import { STORY_GROUPS, storyState } from '../../../demo/stories.js';

const FRESH = readDemoState('');
const STORIES = STORY_GROUPS.flatMap(({ stories }) => stories);

const CHOICES: Readonly<Record<keyof DemoState, readonly unknown[]>> = {
  page: PAGES,
  scenario: Object.keys(scenarios),
  days: [null, 365, 7.04167, 0.00069, 0, -0.04167, -6.99931, -37],
  role: ROLES,
  theme: THEMES,
  dir: DIRECTIONS,
  lang: LANGUAGES,
  fault: [null, ...Object.keys(demoFaults)],
  cold: [false, true],
  remind: REMINDERS,
  stops: STOPS,
  now: [null, Date.UTC(2027, 3, 25, 12)],
  controls: ['auto', 'open', 'closed', 'none'],
};

describe('the state of the demo', () => {
  it.each(Object.entries(CHOICES))('survives a round trip through the URL for every value of %s', (name, values) => {
    for (const value of values) {
      const state = { ...FRESH, ...(name === 'cold' ? { fault: 'down' as const } : {}), [name]: value };
      expect(readDemoState(demoSearch(state))).toEqual(state);
    }
  });

  it('survives a round trip through the URL with all values set at once', () => {
    const state: DemoState = {
      page: 'license',
      scenario: 'grace',
      days: -2.5,
      role: 'member',
      theme: 'dark',
      dir: 'rtl',
      lang: 'ar',
      fault: 'html-login',
      cold: true,
      remind: '30',
      stops: 'hidden',
      now: 1_809_000_000_000,
      controls: 'closed',
    };
    expect(readDemoState(demoSearch(state))).toEqual(state);
  });

  it('leaves default values out of the URL, except the page', () => {
    expect(demoSearch(FRESH)).toBe('?page=overview');
  });

  it('falls back to the default for each value that can’t be read', () => {
    const rubbish = [...Object.keys(CHOICES)].map((name) => `${name}=__proto__`).join('&');
    expect(readDemoState(`?${rubbish}`)).toEqual(FRESH);
    expect(readDemoState('?days=1e308&cold=1')).toEqual({ ...FRESH, days: 3_650 });
  });

  it('offers each fault exactly once', () => {
    expect([...MAIN_FAULTS, ...MORE_FAULTS].sort()).toEqual(Object.keys(demoFaults).sort());
  });
});

describe('a story', () => {
  it.each(STORIES.map((story) => [story.title, story] as const))('"%s" has a URL of its own', (_, story) => {
    const state = storyState(story, FRESH);
    expect(readDemoState(demoSearch(state))).toEqual(state);
    expect(STORIES.filter((other) => demoSearch(storyState(other, FRESH)) === demoSearch(state))).toEqual([story]);
  });

  it('exists for every scenario, and has a title of its own', () => {
    const covered = STORIES.map((story) => storyState(story, FRESH).scenario);
    expect(new Set(covered)).toEqual(new Set(Object.keys(scenarios)));
    expect(new Set(STORIES.map(({ title }) => title)).size).toBe(STORIES.length);
  });

  it('keeps only theme, direction, language and the strip of the current state', () => {
    const kept = { theme: 'dark', dir: 'rtl', lang: 'ja', controls: 'open' } as const;
    const shown: DemoState = { ...FRESH, ...kept, page: 'audit', days: 3, role: 'member', fault: 'down', cold: true, now: 1 };
    for (const story of STORIES) expect(storyState(story, shown)).toEqual({ ...FRESH, ...kept, ...story.state });
  });
});
