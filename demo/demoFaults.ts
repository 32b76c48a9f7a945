import type { FaultName } from '../mocks/faults.js';

/** The faults of the demo, with their texts. They affect the whole API, this browser, or the license route only. */
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
  'outage-renewed': {
    label: '503 for 40 s, then a new license',
    says: 'The whole API answers 503 for 40 seconds, as one that is restarted with a new key, and then with that license.',
  },
  'internal-error': { label: '500', says: 'The license route answers 500.' },
  'bad-gateway': { label: '502', says: 'The proxy before the API answers 502.' },
  'rate-limited-date': { label: '429 until a date', says: 'The license route answers 429, with a date in Retry-After.' },
  'rate-limited-rubbish': { label: '429 with rubbish', says: 'The license route answers 429, and Retry-After makes no sense.' },
  'login-redirect': {
    label: 'Redirect to a login page',
    says: 'The license route redirects to a login page. It is not followed, so the token goes nowhere.',
  },
  redirect: { label: 'Redirect', says: 'The license route redirects. The redirect is not followed, so the token goes nowhere.' },
  'no-content': { label: '204', says: 'The license route answers 204, without a body.' },
  empty: { label: 'Empty body', says: 'The license route answers 200 with nothing in it.' },
  truncated: { label: 'Truncated JSON', says: 'The body ends in the middle.' },
  'wrong-types': { label: 'Wrong types', says: 'The body is JSON, but none of its members is what it should be.' },
  'infinite-number': { label: '1e999', says: 'The days that remain are 1e999, which JavaScript reads as infinity.' },
  'too-large': { label: '10 MB', says: 'The body is ten megabytes long; no more than one of them is read.' },
  'duplicate-keys': { label: 'Members twice', says: 'The members of the body stand there twice. The last ones count, as JSON is read.' },
  'proto-keys': { label: '__proto__ members', says: 'The body has members called __proto__ and constructor, which are ignored.' },
  'foreign-date': {
    label: 'Date of a slow proxy',
    says: 'A proxy stamps the answers with a Date that is 3 days behind. The state follows what the API says, and the panel tells of clocks.',
  },
  reset: { label: 'Connection reset', says: 'The connection breaks in the middle of the body.' },
  'never-ending': { label: 'Never-ending body', says: 'The body begins and never ends; the check gives up after 10 seconds.' },
  'slow-loris': { label: 'A byte at a time', says: 'The body drips; the check gives up after 10 seconds.' },
} as const satisfies Record<Exclude<FaultName, 'refused'>, DemoFaultWords> & Record<string, DemoFaultWords>;

type DemoFaultWords = { readonly label: string; readonly says: string };

/** The name of a demo fault. Faults of the mock API's license route keep their names. */
export type DemoFault = keyof typeof demoFaults;

/** Demo faults that follow a fault script of the mock API. They affect the whole API, not only the license route. */
export const OUTAGES: Readonly<Partial<Record<DemoFault, string>>> = {
  outage: '503 for 40 s',
  'outage-renewed': '503 for 40 s, then a new license',
};

/** The faults with a button of their own. The others are in a menu. */
export const MAIN_FAULTS: readonly DemoFault[] = ['outage', 'html-login', 'offline', 'slow', 'clock', 'rate-limited'];

/** Returns true if `name` is the name of a demo fault. */
export function isDemoFault(name: string): name is DemoFault {
  return Object.hasOwn(demoFaults, name);
}

/** The faults in the menu: all that have no button. */
export const MORE_FAULTS: readonly DemoFault[] = Object.keys(demoFaults)
  .filter(isDemoFault)
  .filter((name) => !MAIN_FAULTS.includes(name));
