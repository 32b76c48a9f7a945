// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of another file.

import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** The license route, and the clock. */
export const CLIENT_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/client/readServerTime.ts', 'test/client/time.test.ts', [
    { name: "trusts the browser's clock", from: 'const candidate = evidence.date ??', to: 'const candidate = evidence.local ??' },
    { name: 'lets time run where an answer bounds it from above', from: 'frozen: now < candidate', to: 'frozen: false' },
    {
      name: 'takes the time between the last day and the grace end for certain',
      from: 'const undecided = isParted',
      to: 'const undecided = isParted && false',
    },
  ]),
  ...breaksOf('src/client/createServerClock.ts', 'test/client/time.test.ts', [
    { name: 'sleeps through a sleep', from: 'const PARTED_MS = 30_000;', to: 'const PARTED_MS = Number.POSITIVE_INFINITY;' },
  ]),
  ...breaksOf('src/client/createServerClock.ts', 'test/client/createServerClock.test.ts', [
    {
      name: 'forgets the grace end that it was told',
      from: 'if (reported.graceRemainingSeconds) toldGrace',
      to: 'if (!reported) toldGrace',
    },
    {
      name: 'lets the wall clock run between answers',
      from: 'const elapsed = () => (answer ? performance.now() - answer.monotonic : 0);',
      to: 'const elapsed = () => (answer ? Date.now() - answer.wall : 0);',
    },
  ]),
  ...breaksOf('src/client/pollInterval.ts', 'test/client/pollInterval.test.ts', [
    { name: 'ignores Retry-After', from: 'Math.min(error.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS)', to: '0' },
    { name: 'does not back off', from: '2 ** Math.min(failures - 1, 10)', to: '1' },
    { name: 'has all dashboards poll in step', from: '(0.9 + 0.2 * jitter)', to: '1' },
    { name: 'polls in each tab', from: 'interval * 1.5 + 5 * SECOND', to: 'interval' },
    { name: 'goes on polling after a 401', from: 'if (isFinal(error)) return false;', to: '' },
    {
      name: 'sleeps over the change of the state',
      from: 'const isNear = (untilChange ?? Infinity) < NEAR || ',
      to: 'const isNear = ',
    },
  ]),
  ...breaksOf('src/client/pollInterval.ts', 'test/bench/herd.test.ts', [
    {
      name: 'has all dashboards confirm a change in the same second',
      from: 'return (isNear ? MINUTE : BETWEEN_POLLS[state]) * (0.9 + 0.2 * jitter);',
      to: 'return Math.min(untilChange === null ? Infinity : untilChange + SECOND, (isNear ? MINUTE : BETWEEN_POLLS[state]) * (0.9 + 0.2 * jitter));',
    },
  ]),
  ...breaksOf('src/client/isSomebodyWaiting.ts', 'test/client/createLicenseClient.test.ts', [
    { name: 'lets wait who has just opened the page', from: 'performance.now() < OPENING_MS || ', to: '' },
    { name: 'lets wait who has just clicked', from: ' || globalThis.navigator?.userActivation?.isActive === true', to: '' },
  ]),
  ...breaksOf('src/client/licenseQueryOptions.ts', 'test/client/polling.test.ts', [
    { name: 'polls while hidden', from: 'refetchIntervalInBackground: false', to: 'refetchIntervalInBackground: true' },
  ]),
  ...breaksOf('src/client/licenseQueryOptions.ts', 'test/client/createLicenseClient.test.ts', [
    { name: 'hurries where time stands still', from: ' || client.clock.until(changesAt) === null', to: '' },
    { name: 'forgets the scope in the query key', from: 'client.scope, client.id],\n', to: 'client.id],\n' },
    { name: 'asks four times where a check fails', from: 'retry: false', to: 'retry: 3, retryDelay: 1' },
  ]),
  ...breaksOf('src/client/licenseQueryOptions.ts', 'test/ui/provider.test.tsx', [
    { name: 'throws a failed check into the host', from: 'throwOnError: false', to: 'throwOnError: true' },
  ]),
  ...breaksOf('src/client/createLicenseClient.ts', 'test/client/createLicenseClient.test.ts', [
    { name: 'stale answer wins', from: 'timeoutMs, authorization }, signal);', to: 'timeoutMs, authorization });' },
    {
      name: 'keeps the token of the start',
      from: 'const { authorization, storage } = options;',
      to: 'const { storage } = options;\n  const kept = options.authorization?.();\n  const authorization = () => kept ?? null;',
    },
    { name: 'keeps the license at a 403', from: "if (error.code === 'forbidden') drop();", to: '' },
    { name: 'forgets the license at a 401', from: "if (error.code === 'forbidden') drop();", to: 'if (isFinal(error)) drop();' },
  ]),
  ...breaksOf('src/client/createLicenseClient.ts', 'test/client/createLicenseMemory.test.ts', [
    { name: 'keeps the license at a sign-out', from: 'for (const dropCopy of holders.values()) dropCopy();', to: '' },
  ]),
  ...breaksOf('src/client/createLicenseClient.ts', 'test/ui/provider.test.tsx', [
    { name: 'asks on after a 401', from: 'if (record.isHeldBack()) return;', to: '' },
  ]),
  ...breaksOf('src/client/createLicenseRecord.ts', 'test/client/createLicenseClient.test.ts', [
    { name: 'flickers between replicas after a renewal', from: 'if (license !== null && isReplaced(answer)) return license;', to: '' },
    {
      name: 'loses its patience with the next failure',
      from: 'Math.max(heldUntil, performance.now() + waitOf(error))',
      to: 'performance.now() + waitOf(error)',
    },
    { name: 'counts on with failures after an answer', from: '      failures = 0;\n', to: '' },
  ]),
  ...breaksOf('src/client/createLicenseRecord.ts', 'test/client/createLicenseMemory.test.ts', [
    { name: 'stores the whole license', from: '? { state, expiresAt } : null', to: '? { ...license, state, expiresAt } : null' },
  ]),
  ...breaksOf('src/client/createLicenseMemory.ts', 'test/client/createLicenseMemory.test.ts', [
    { name: 'forgets the scope in the storage key', from: 'JSON.stringify([baseUrl, scope])', to: 'JSON.stringify([baseUrl])' },
    { name: 'forgets the base URL in the storage key', from: 'JSON.stringify([baseUrl, scope])', to: 'JSON.stringify([scope])' },
    { name: 'lets a storage throw that throws', from: '  } catch {\n    return undefined;', to: '  } catch (error) {\n    throw error;' },
    { name: 'leaves what was remembered at a sign-out', from: 'for (const name of NAMES) write(name, null);', to: '' },
  ]),
  ...breaksOf('src/client/createLicenseMemory.ts', 'test/client/createLicenseMemory.test.ts', [
    { name: 'believes any state that a storage holds', from: 'isWarnedState(state) && isInstant', to: 'isInstant' },
  ]),
  ...breaksOf('src/client/fetchLicense.ts', 'test/client/fetchLicense.test.ts', [
    { name: 'follows redirects with the token', from: "redirect: 'manual'", to: "redirect: 'follow'" },
    { name: 'asks a cache', from: "cache: 'no-store'", to: "cache: 'default'" },
    {
      name: 'treats 404 as unlicensed',
      from: '  const code = failureOf(response);',
      to: '  if (response.status === 404) return { report: parseLicense({ entitlements: [], expires_at: null }), date };\n  const code = failureOf(response);',
    },
    { name: 'takes any success for an answer', from: 'return status === 200 ?', to: 'return status < 300 ?' },
    {
      name: 'takes a login page for an API that is down',
      from: "if (type === 'opaqueredirect' || redirected || (status >= 300 && status < 400) || status === 401)",
      to: 'if (status === 401)',
    },
    { name: 'reads a body without end', from: 'const MAX_BODY_BYTES = 1_048_576;', to: 'const MAX_BODY_BYTES = Infinity;' },
    { name: 'keeps what the host’s fetch threw', from: "'no connection, or refused by CORS'", to: '`${error}`' },
    { name: "reads a Retry-After by this machine's clock", from: 'Math.max(0, until - date)', to: 'Math.max(0, until - Date.now())' },
    { name: 'takes anything for a Date', from: "header?.endsWith(' GMT') ?", to: 'header ?' },
    {
      name: 'waits without end',
      from: 'setTimeout(() => timeout.abort(), request.timeoutMs)',
      to: 'setTimeout(() => undefined, request.timeoutMs)',
    },
  ]),
  ...breaksOf('src/client/createLicenseRecord.ts', 'test/ui/tabs.test.tsx', [
    { name: 'lets the older answer win', from: 'return ahead > 0 &&', to: 'return ahead < 0 &&' },
  ]),
  ...breaksOf('src/client/joinTabs.ts', 'test/ui/tabs.test.tsx', [
    { name: 'does not wait for the tab that asks', from: 'for (const { extend } of waiting) extend();', to: '' },
    { name: 'opens a channel that nobody closes', from: 'locks ? openChannel(name) : null', to: 'openChannel(name)' },
    { name: 'keeps the lead when it leaves', from: '      stopLeading();\n', to: '' },
  ]),
  ...breaksOf('src/client/tabMessages.ts', 'test/ui/tabs.test.tsx', [
    {
      name: 'believes what any script says on the channel',
      from: 'if (Math.abs(Date.now() - sentAt) > MAX_AGE_MS || askedAt > sentAt + 1) return null;',
      to: '',
    },
  ]),
  ...breaksOf('src/client/tabMessages.ts', 'test/client/tabMessages.test.ts', [
    {
      name: 'is thrown off by an instant that is none',
      from: '[askedAt, sentAt, date ?? 0, retryAfterMs ?? 0].every(Number.isFinite)',
      to: '[]',
    },
    {
      name: 'takes the 401 of another tab for its own',
      from: 'return isFinal(failure) ? null : { failure, askedAt };',
      to: 'return { failure, askedAt };',
    },
  ]),
  ...breaksOf('src/client/createServerClock.ts', 'test/client/invariants.test.ts', [
    {
      name: 'moves on by itself after a sleep',
      from: 'now: running(), frozen: true, suspended: true',
      to: 'now: running(), frozen: false, suspended: true',
    },
  ]),
  ...breaksOf('src/client/fetchLicense.ts', 'test/client/invariants.test.ts', [
    {
      name: 'takes a license for one, whatever the status',
      from: 'return status === 200 ? undefined',
      to: 'return status < 500 ? undefined',
    },
  ]),
  ...breaksOf('src/client/fetchLicense.ts', 'test/client/fetchLicense.test.ts', [
    {
      name: 'waits for longer than a number can say',
      from: 'Math.min(Number(header) * 1_000, Number.MAX_SAFE_INTEGER)',
      to: 'Number(header) * 1_000',
    },
  ]),
];
