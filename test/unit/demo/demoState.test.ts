import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../mocks/scenarios.js';
import { demoFaults, MAIN_FAULTS, MORE_FAULTS } from '../../../demo/demoFaults.js';
import { type DemoState, DIRECTIONS, demoSearch, LANGUAGES, PAGES, ROLES, readDemoState, THEMES } from '../../../demo/demoState.js';
import { STORIES, storyState } from '../../../demo/stories.js';

const FRESH = readDemoState('');

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
  now: [null, Date.UTC(2027, 3, 25, 12)],
  controls: ['auto', 'open', 'closed', 'none'],
};

describe('the state of the demo', () => {
  it.each(Object.entries(CHOICES))('comes back from the URL, whatever is chosen for %s', (name, values) => {
    for (const value of values) {
      const state = { ...FRESH, ...(name === 'cold' ? { fault: 'down' as const } : {}), [name]: value };
      expect(readDemoState(demoSearch(state))).toEqual(state);
    }
  });

  it('comes back when all of it is chosen at once', () => {
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
      now: 1_809_000_000_000,
      controls: 'closed',
    };
    expect(readDemoState(demoSearch(state))).toEqual(state);
  });

  it('says nothing in the URL that is as in a fresh demo', () => {
    expect(demoSearch(FRESH)).toBe('?page=overview');
  });

  it('is left at its default where the URL can’t be read', () => {
    const rubbish = [...Object.keys(CHOICES)].map((name) => `${name}=__proto__`).join('&');
    expect(readDemoState(`?${rubbish}`)).toEqual(FRESH);
    expect(readDemoState('?days=1e308&cold=1')).toEqual({ ...FRESH, days: 3_650 });
  });

  it('offers each fault once', () => {
    expect([...MAIN_FAULTS, ...MORE_FAULTS].sort()).toEqual(Object.keys(demoFaults).sort());
  });
});

describe('a story', () => {
  it.each(STORIES.map((story) => [story.title, story] as const))('"%s" is an address of its own', (_, story) => {
    const state = storyState(story, FRESH);
    expect(readDemoState(demoSearch(state))).toEqual(state);
    expect(STORIES.filter((other) => demoSearch(storyState(other, FRESH)) === demoSearch(state))).toEqual([story]);
  });

  it('leaves theme, direction, language and the strip as they are, and nothing else', () => {
    const kept = { theme: 'dark', dir: 'rtl', lang: 'ja', controls: 'open' } as const;
    const shown: DemoState = { ...FRESH, ...kept, page: 'audit', days: 3, role: 'member', fault: 'down', cold: true, now: 1 };
    for (const story of STORIES) expect(storyState(story, shown)).toEqual({ ...FRESH, ...kept, ...story.state });
  });
});
