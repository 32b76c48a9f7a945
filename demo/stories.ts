import { type DemoState, readDemoState } from './demoState.js';

/** A link to a state of the demo. */
export type Story = { readonly title: string; readonly state: Partial<DemoState> };

/** The links. Values that a link does not set get their defaults; theme, direction, language and strip are kept. */
export const STORIES: readonly Story[] = [
  { title: 'In force for a year', state: { page: 'license' } },
  { title: '25 days left: an early reminder', state: { page: 'license', days: 25, remind: '30' } },
  { title: 'Five days left', state: { page: 'license', scenario: 'expiring' } },
  { title: 'One minute left: watch it change', state: { page: 'license', days: 0.00069 } },
  { title: 'Grace: 40 minutes left', state: { page: 'license', scenario: 'grace-ending' } },
  { title: 'Beyond grace: twelve 402s, one notice', state: { page: 'directory', scenario: 'expired' } },
  { title: 'A replica that was not restarted', state: { page: 'cache', scenario: 'disputed' } },
  { title: 'A feature that was never bought', state: { page: 'autoscaling' } },
  { title: 'No license at all', state: { page: 'secrets', scenario: 'unlicensed' } },
  { title: 'A model provider’s own 402: no notice', state: { page: 'chat', scenario: 'expired' } },
  { title: 'API is down, in grace', state: { page: 'license', scenario: 'grace', fault: 'down' } },
  { title: 'A login page where the license was', state: { page: 'license', scenario: 'expiring', fault: 'html-login' } },
  { title: 'The very first check fails', state: { page: 'license', fault: 'server-error', cold: true } },
  { title: 'A clock that is three days off', state: { page: 'license', scenario: 'last-day', fault: 'no-date', cold: true } },
  { title: 'What a member sees beyond grace', state: { page: 'tenants', scenario: 'expired', role: 'member' } },
];

/** Returns the full state of a story. Keeps theme, direction, language and strip of the state that is shown. */
export function storyState({ state }: Story, shown: DemoState): DemoState {
  const { theme, dir, lang, controls } = shown;
  return { ...readDemoState(''), theme, dir, lang, controls, ...state };
}
