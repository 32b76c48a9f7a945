// @vitest-environment jsdom
import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { licenseQueryOptions } from '../../../src/client/licenseQueryOptions.js';

const BODY = {
  tier: 'enterprise',
  entitlements: ['oidc'],
  expires_at: '2027-05-01T00:00:00Z',
  days_remaining: 3,
  grace_remaining_seconds: 0,
};
const DATE = 'Tue, 27 Apr 2027 12:00:00 GMT';

describe('polling', () => {
  it('goes on while somebody looks, and not while the page is hidden', async () => {
    vi.useFakeTimers({ now: Date.parse(DATE) });
    const fetch = vi.fn(async () => Response.json(BODY, { headers: { date: DATE } }));
    const queries = new QueryClient();
    const observer = new QueryObserver(queries, licenseQueryOptions(createLicenseClient({ baseUrl: '', scope: 'ada', fetch })));
    const leave = observer.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    const looked = fetch.mock.calls.length;
    expect(looked).toBeGreaterThan(1);
    focusManager.setFocused(false);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(fetch).toHaveBeenCalledTimes(looked);
    focusManager.setFocused(undefined);
    leave();
    queries.clear();
    vi.useRealTimers();
  });
});
