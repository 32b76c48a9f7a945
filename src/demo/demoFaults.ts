import type { faults as licenseFaults } from '../../mocks/faults.js';

/** How something can go wrong in the demo: the whole API, this browser, or the license route alone. */
export const demoFaults = {
  outage: {
    label: '503 for 40 s',
    says: 'The whole API answers 503 for 40 seconds. Then it is well again, and the page finds out by itself.',
  },
  'html-login': { label: 'Login page', says: 'A proxy answers the license route with the HTML of its login page, and status 200.' },
  offline: { label: 'Offline', says: 'This browser is offline, and says so to the page. Press again to be back online.' },
  slow: { label: 'Slow', says: 'The API takes 4 seconds for each answer.' },
  clock: {
    label: 'Clock 3 days off',
    says: 'This browser’s clock is 3 days ahead. The API’s own Date is what counts, so nothing changes.',
  },
  'rate-limited': { label: '429', says: 'The license route answers 429, with Retry-After: 3.' },
  down: { label: 'API is down', says: 'Nothing listens where the API was: every request fails to connect.' },
  'no-date': {
    label: 'Clock 3 days off, no Date header',
    says: 'This browser’s clock is 3 days ahead, and a proxy hides the API’s Date. What was known of the time before still counts.',
  },
  'server-error': { label: '503 until mended', says: 'The license route answers 503, until you press again.' },
  unauthorized: { label: '401', says: 'The session has ended: the license route answers 401, and polling pauses.' },
  forbidden: { label: '403', says: 'The account may not see the license: from here on it is treated as a member.' },
  'not-found': { label: '404', says: 'There is no license route at this address.' },
  'payment-required': { label: '402 on the license route', says: 'The license route itself answers 402, which raises no notice.' },
  redirect: { label: 'Redirect', says: 'The license route redirects. The redirect is not followed, so the token goes nowhere.' },
  'no-content': { label: '204', says: 'The license route answers 204, without a body.' },
  empty: { label: 'Empty body', says: 'The license route answers 200 with nothing in it.' },
  truncated: { label: 'Truncated JSON', says: 'The body ends in the middle.' },
  'wrong-types': { label: 'Wrong types', says: 'The body is JSON, but none of its members is what it should be.' },
  reset: { label: 'Connection reset', says: 'The connection breaks in the middle of the body.' },
  'never-ending': { label: 'Never-ending body', says: 'The body begins and never ends; the check gives up after 10 seconds.' },
  'slow-loris': { label: 'A byte at a time', says: 'The body drips; the check gives up after 10 seconds.' },
} as const satisfies Record<keyof typeof licenseFaults, DemoFaultWords> & Record<string, DemoFaultWords>;

type DemoFaultWords = { readonly label: string; readonly says: string };

/** The name of a fault of the demo; those of the mock API's license route keep theirs. */
export type DemoFault = keyof typeof demoFaults;

/** What a first look at the demo should meet; the others are one more step away. */
export const MAIN_FAULTS: readonly DemoFault[] = ['outage', 'html-login', 'offline', 'slow', 'clock', 'rate-limited'];

/** Whether `name` is a fault's. */
export function isDemoFault(name: string): name is DemoFault {
  return Object.hasOwn(demoFaults, name);
}

/** All others. */
export const MORE_FAULTS: readonly DemoFault[] = Object.keys(demoFaults)
  .filter(isDemoFault)
  .filter((name) => !MAIN_FAULTS.includes(name));
