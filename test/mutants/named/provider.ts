import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** Who polls, who hears of what. */
export const PROVIDER_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/ui/provider/LicenseProvider.tsx', 'test/ui/tabs.test.tsx', [
    {
      name: "leader's license reaches a member",
      from: "useTabs(client, queryClient, polls && freshness !== 'unauthorized'",
      to: "useTabs(client, queryClient, freshness !== 'unauthorized'",
    },
    { name: 'a leader that gets 401 stays', from: "polls && freshness !== 'unauthorized' && freshness !== 'forbidden'", to: 'polls' },
  ]),
  ...breaksOf('src/ui/provider/LicenseProvider.tsx', 'test/ui/banner.test.tsx', [
    { name: 'a member polls', from: 'useWasShown() && polls', to: 'useWasShown() && misuse === null' },
    { name: 'drops the last good license when a check fails', from: "polls && error?.code !== 'forbidden'", to: 'polls && error === null' },
  ]),
  ...breaksOf('src/ui/provider/LicenseProvider.tsx', 'test/ui/panel.test.tsx', [
    { name: 'shows a 403 as an admin', from: "role: freshness === 'forbidden' ? 'member' : role", to: 'role' },
  ]),
  ...breaksOf('src/ui/provider/LicenseProvider.tsx', 'test/ui/rerender.test.tsx', [
    { name: 'is rendered at each poll', from: "notifyOnChangeProps: ['data', 'error']", to: "notifyOnChangeProps: 'all'" },
  ]),
  ...breaksOf('src/ui/provider/LicenseProvider.tsx', 'test/ui/provider.test.tsx', [
    { name: 'hands out what the API has taken away', from: "error?.code !== 'forbidden' ? (data ?? null) : null", to: '(data ?? null)' },
  ]),
  ...breaksOf('src/ui/provider/useEarlyCheck.ts', 'test/ui/provider.test.tsx', [
    { name: 'asks for the license only once the page is painted', from: 'asks ? queryClient', to: '!asks ? queryClient' },
    { name: 'asks again for what it has', from: "query?.state.status !== 'pending' || ", to: '!query || ' },
  ]),
  ...breaksOf('src/ui/provider/useTabs.ts', 'test/ui/tabs.test.tsx', [
    {
      name: 'shares a channel between persons',
      from: 'JSON.stringify([client.baseUrl, client.scope])',
      to: 'JSON.stringify([client.baseUrl])',
    },
    { name: 'a hidden tab stays the one that polls', from: "document.visibilityState === 'hidden' ? leave() : join()", to: 'join()' },
  ]),
  ...breaksOf('src/ui/provider/useUnauthorized.ts', 'test/ui/provider.test.tsx', [
    { name: 'signals each 401', from: ' || told.has(client)', to: '' },
  ]),
  ...breaksOf('src/ui/provider/useForgottenScope.ts', 'test/ui/remembered.test.tsx', [
    { name: 'forgets nothing when another person signs in', from: 'before.current.scope !== client.scope', to: 'before.current === null' },
  ]),
  ...breaksOf('src/ui/provider/useRequestedChecks.ts', 'test/ui/provider.test.tsx', [
    { name: 'checks for a 402 while hidden', from: 'if (isHidden()) return;', to: '' },
    { name: 'checks on for a page that is gone', from: '    undo();\n', to: '' },
  ]),
  ...breaksOf('src/ui/provider/useRequestedChecks.ts', 'test/bench/herd.test.ts', [
    { name: 'has all dashboards check in the second after a 402', from: 'SPREAD_MS * Math.random()', to: '0' },
  ]),
  ...breaksOf('src/ui/provider/useRequestedChecks.ts', 'test/ui/useRequestedChecks.test.ts', [
    { name: 'puts off nothing while a check runs', from: 'wait(delay());\n  };', to: 'wait(BURST_MS);\n  };' },
    { name: 'lets somebody wait who waits', from: "requested === 'at once' || (requested !== null && mayWait)", to: 'requested !== null' },
    { name: 'never gets to it while 402s go on', from: ' || (requested !== null && mayWait)', to: '' },
  ]),
  ...breaksOf('src/ui/provider/useRequestedChecks.ts', 'test/ui/notice.test.tsx', [
    {
      name: 'checks once more for each 402 while one runs',
      from: 'if (!running) wait(delay',
      to: 'void run();\n    if (left) wait(delay',
    },
  ]),
  ...breaksOf('src/ui/provider/useWasShown.ts', 'test/ui/provider.test.tsx', [
    { name: 'asks before the page was shown', from: 'useState(isShown)', to: 'useState(true)' },
  ]),
  ...breaksOf('src/ui/provider/useWatchedClocks.ts', 'test/ui/provider.test.tsx', [
    { name: 'asks nothing after a sleep', from: 'client.suggestCheck();', to: '' },
    { name: 'asks again and again after a sleep', from: 'asked === answers || ', to: '' },
  ]),
  ...breaksOf('src/ui/provider/useRenewalRefetch.ts', 'test/ui/notice.test.tsx', [
    {
      name: 'reads everything anew after a renewal',
      from: 'predicate: (query) => isPaymentRequired(query.state.error)',
      to: 'type: "active"',
    },
    {
      name: 'reads anew what was refused, without a renewal',
      from: "before.current !== null && state !== 'expired' && state !== 'unlicensed'",
      to: 'true',
    },
  ]),
  ...breaksOf('src/ui/useServerClock.ts', 'test/ui/useServerClock.test.ts', [
    { name: 'misses what changes while it looks at the clock', from: '    wait();\n    notify();', to: '    notify();\n    wait();' },
    { name: 'wakes at once for what is a month away', from: 'Math.min(delay, MAX_TIMEOUT_MS)', to: 'delay' },
  ]),
  ...breaksOf('src/ui/useServerClock.ts', 'test/ui/banner.test.tsx', [
    { name: 'flips with the next poll', from: 'timer = setTimeout(wake, Math.min(delay, MAX_TIMEOUT_MS));', to: '' },
  ]),
];
