import { type DemoState, readDemoState } from './demoState.js';

/** A link to a state of the demo. */
export type Story = { readonly title: string; readonly state: Partial<DemoState> };

/** Related links under one heading. */
export type StoryGroup = { readonly title: string; readonly stories: readonly Story[] };

/** The links. Values that a link does not set get their defaults; theme, direction, language and strip are kept. */
export const STORY_GROUPS: readonly StoryGroup[] = [
  {
    title: 'License states',
    stories: [
      { title: 'Active', state: { page: 'license' } },
      { title: 'Expiring in 5 days', state: { page: 'license', scenario: 'expiring' } },
      { title: 'Last day', state: { page: 'license', scenario: 'last-day' } },
      { title: 'Grace period', state: { page: 'license', scenario: 'grace' } },
      { title: 'Last 40 minutes of grace', state: { page: 'license', scenario: 'grace-ending' } },
      { title: 'Expired', state: { page: 'license', scenario: 'expired' } },
      { title: 'No license', state: { page: 'license', scenario: 'unlicensed' } },
      { title: 'No end date', state: { page: 'license', scenario: 'no-end' } },
    ],
  },
  {
    title: 'Reminders and deadlines',
    stories: [
      { title: 'Early reminder, 25 days left', state: { page: 'license', days: 25, remind: '30' } },
      { title: 'One minute left: watch it change', state: { page: 'license', days: 0.00069 } },
      { title: 'One minute of grace left: watch it change', state: { page: 'license', days: -6.99931 } },
      { title: 'Single sign-on at risk in grace', state: { page: 'sign-on', scenario: 'grace' } },
    ],
  },
  {
    title: '402 responses',
    stories: [
      { title: 'After grace: 12 errors, 1 notice', state: { page: 'directory', scenario: 'expired' } },
      { title: 'Feature not included', state: { page: 'autoscaling' } },
      { title: 'Licensed but refused', state: { page: 'cache', scenario: 'disputed' } },
      { title: '402 that names no feature', state: { page: 'sign-on', scenario: 'unnamed' } },
      { title: 'Explanation in place of a page', state: { page: 'secrets', scenario: 'unlicensed' } },
      { title: 'A model provider’s own 402: no notice', state: { page: 'chat', scenario: 'expired' } },
    ],
  },
  {
    title: 'Roles',
    stories: [
      { title: 'Administrator: expired feature', state: { page: 'tenants', scenario: 'expired' } },
      { title: 'Member: expired feature', state: { page: 'tenants', scenario: 'expired', role: 'member' } },
      { title: 'Member: license page', state: { page: 'license', scenario: 'grace', role: 'member' } },
    ],
  },
  {
    title: 'Trouble with the API',
    stories: [
      { title: 'Proxy returns a login page', state: { page: 'license', scenario: 'expiring', fault: 'html-login' } },
      { title: 'API down in grace', state: { page: 'license', scenario: 'grace', fault: 'down' } },
      { title: 'First check fails', state: { page: 'license', fault: 'server-error', cold: true } },
      { title: 'Clock off by 3 days', state: { page: 'license', scenario: 'last-day', fault: 'no-date', cold: true } },
      { title: 'API restarts with a new license', state: { page: 'license', scenario: 'grace', fault: 'outage-renewed' } },
    ],
  },
];

/** Returns the full state of a story. Keeps theme, direction, language and strip of the state that is shown. */
export function storyState({ state }: Story, shown: DemoState): DemoState {
  const { theme, dir, lang, controls } = shown;
  return { ...readDemoState(''), theme, dir, lang, controls, ...state };
}
