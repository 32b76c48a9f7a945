/** A way in which the code could be wrong: what is replaced where, and the tests that must notice. */
export type NamedBreak = {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: string;
};

/** Each of these must turn a test red. */
export const NAMED_BREAKS: readonly NamedBreak[] = [
  {
    name: "trusts the browser's clock",
    file: 'src/client/readServerTime.ts',
    from: 'const candidate = evidence.date ??',
    to: 'const candidate = evidence.local ??',
    tests: 'test/client/time.test.ts',
  },
  {
    name: 'lets the wall clock run between answers',
    file: 'src/client/createServerClock.ts',
    from: 'const elapsed = () => (answer ? performance.now() - answer.monotonic : 0);',
    to: 'const elapsed = () => (answer ? Date.now() - answer.wall : 0);',
    tests: 'test/client/createServerClock.test.ts',
  },
  {
    name: 'sleeps through a sleep',
    file: 'src/client/createServerClock.ts',
    from: 'const PARTED_MS = 30_000;',
    to: 'const PARTED_MS = Number.POSITIVE_INFINITY;',
    tests: 'test/client/time.test.ts',
  },
  {
    name: 'ignores Retry-After',
    file: 'src/client/pollInterval.ts',
    from: 'Math.min(error.retryAfterMs ?? 0, 60 * MINUTE)',
    to: '0',
    tests: 'test/client/pollInterval.test.ts',
  },
  {
    name: 'polls while hidden',
    file: 'src/client/licenseQueryOptions.ts',
    from: 'refetchIntervalInBackground: false',
    to: 'refetchIntervalInBackground: true',
    tests: 'test/client/polling.test.ts',
  },
  {
    name: 'hurries where time stands still',
    file: 'src/client/licenseQueryOptions.ts',
    from: ' || client.clock.until(changesAt) === null',
    to: '',
    tests: 'test/client/createLicenseClient.test.ts',
  },
  {
    name: 'stale answer wins',
    file: 'src/client/createLicenseClient.ts',
    from: 'await fetchLicense(request, signal)',
    to: 'await fetchLicense(request)',
    tests: 'test/client/createLicenseClient.test.ts',
  },
  {
    name: "leader's license reaches a member",
    file: 'src/ui/provider/LicenseProvider.tsx',
    from: "useTabs(client, queryClient, polls && freshness !== 'unauthorized'",
    to: "useTabs(client, queryClient, freshness !== 'unauthorized'",
    tests: 'test/ui/tabs.test.tsx',
  },
  {
    name: 'believes what any script says on the channel',
    file: 'src/client/joinTabs.ts',
    from: 'if (!(Math.abs(Date.now() - sentAt) <= MAX_AGE_MS)) return null;',
    to: '',
    tests: 'test/ui/tabs.test.tsx',
  },
  {
    name: 'a leader that gets 401 stays',
    file: 'src/ui/provider/LicenseProvider.tsx',
    from: "polls && freshness !== 'unauthorized' && freshness !== 'forbidden'",
    to: 'polls',
    tests: 'test/ui/tabs.test.tsx',
  },
  {
    name: 'a member polls',
    file: 'src/ui/provider/LicenseProvider.tsx',
    from: 'enabled: polls',
    to: 'enabled: problem === null',
    tests: 'test/ui/banner.test.tsx',
  },
  {
    name: 'takes alg from the header',
    file: 'src/verifier/verifySignature.ts',
    from: 'if (alg !== pinned)',
    to: 'if (alg === undefined)',
    tests: 'test/verifier/verifyLicenseKey.test.ts',
  },
  {
    name: 'tries all keys',
    file: 'src/verifier/TrustedKey.ts',
    from: 'if (only && !another) return only;',
    to: 'if (only) return only;',
    tests: 'test/verifier/verifyLicenseKey.test.ts',
  },
  {
    name: 'an upstream provider raises a notice',
    file: 'src/contract/paymentClues.ts',
    from: 'return core ? null : [];',
    to: 'return [];',
    tests: 'test/client/payments.test.ts',
  },
  {
    name: 'hands back a copy',
    file: 'src/client/watchPaymentRequired.ts',
    from: '      return response;\n    });',
    to: '      return response.clone();\n    });',
    tests: 'test/client/watchPaymentRequired.test.ts',
  },
  {
    name: 'says disputed without a check',
    file: 'src/status/paymentReason.ts',
    from: "if (reason === 'disputed' && check !== 'answered') return check === 'failed' ? 'unknown' : null;",
    to: '',
    tests: 'test/ui/notice.test.tsx',
  },
  {
    name: 'announces a countdown again and again',
    file: 'src/ui/Announcer.tsx',
    from: '}, [occasion]);',
    to: '}, [occasion, text]);',
    tests: 'test/ui/banner.test.tsx',
  },
  {
    name: 'follows redirects with the token',
    file: 'src/client/fetchLicense.ts',
    from: "redirect: 'manual'",
    to: "redirect: 'follow'",
    tests: 'test/client/fetchLicense.test.ts',
  },
];
