import type { FaultName } from '../mocks/faults.js';

/** The faults of the demo, with their texts. They affect the whole API, this browser, or the license route only. */
export const demoFaults = {
  outage: { label: '503 for 40 s', says: 'The whole API returns 503 for 40 seconds. Then the page recovers without a click.' },
  'html-login': { label: 'Login page', says: 'A proxy answers license checks with its HTML login page and status 200.' },
  offline: { label: 'Offline', says: 'The browser reports that it is offline. Press again to reconnect.' },
  slow: { label: 'Slow', says: 'The API takes 4 seconds for each response.' },
  clock: {
    label: 'Clock 3 days off',
    says: 'The browser’s clock is 3 days ahead. Nothing changes, because the page uses the API’s Date header.',
  },
  'rate-limited': { label: '429', says: 'License checks return 429 with Retry-After: 3.' },
  down: { label: 'API down', says: 'The API is unreachable: every request fails to connect.' },
  'no-date': {
    label: 'Clock 3 days off, no Date header',
    says: 'The browser’s clock is 3 days ahead, and a proxy removes the API’s Date header. The page uses the last API time it received.',
  },
  'server-error': { label: '503 until turned off', says: 'License checks return 503 until you turn this fault off.' },
  unauthorized: { label: '401', says: 'License checks return 401, because the session has ended. Polling pauses.' },
  forbidden: { label: '403', says: 'License checks return 403. The page now treats this account as a member.' },
  'not-found': { label: '404', says: 'License checks return 404: the API has no license route at this address.' },
  'payment-required': { label: '402 on the license route', says: 'License checks return 402. This shows no notice.' },
  'outage-renewed': {
    label: '503 for 40 s, then a new license',
    says: 'The whole API returns 503 for 40 seconds, as during a restart. Then it has a new license.',
  },
  'internal-error': { label: '500', says: 'License checks return 500.' },
  'bad-gateway': { label: '502', says: 'A proxy answers license checks with 502.' },
  'rate-limited-date': { label: '429 until a date', says: 'License checks return 429 with a date in Retry-After.' },
  'rate-limited-rubbish': { label: '429, invalid Retry-After', says: 'License checks return 429 with an invalid Retry-After.' },
  'login-redirect': {
    label: 'Redirect to a login page',
    says: 'License checks redirect to a login page. The client does not follow, so the token goes nowhere else.',
  },
  redirect: {
    label: 'Redirect',
    says: 'License checks redirect to another route. The client does not follow, so the token goes nowhere else.',
  },
  'no-content': { label: '204', says: 'License checks return 204 without a body.' },
  empty: { label: 'Empty body', says: 'License checks return 200 with an empty body.' },
  truncated: { label: 'Truncated JSON', says: 'The JSON body of the response is cut off.' },
  'wrong-types': { label: 'Wrong types', says: 'The response is valid JSON, but its fields have the wrong types.' },
  'infinite-number': { label: '1e999', says: 'The response contains the number 1e999, which JavaScript reads as infinity.' },
  'too-large': { label: '10 MB', says: 'The response is 10 MB. The client stops reading after 1 MB.' },
  'duplicate-keys': { label: 'Duplicate fields', says: 'Some fields appear twice in the JSON. The last one of each counts.' },
  'proto-keys': {
    label: '__proto__ fields',
    says: 'The response has fields named __proto__ and constructor. The client ignores them.',
  },
  'foreign-date': {
    label: 'Proxy clock 3 days off',
    says: 'A proxy sends a Date header that is 3 days behind. The state follows the API, and the panel warns about the clocks.',
  },
  reset: { label: 'Connection reset', says: 'The connection breaks in the middle of the response.' },
  'never-ending': { label: 'Never-ending body', says: 'The response never ends. The check times out after 10 seconds.' },
  'slow-loris': { label: 'One byte at a time', says: 'The response arrives byte by byte. The check times out after 10 seconds.' },
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
