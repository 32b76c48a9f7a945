// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { carryOutChecks } from '../../../src/react/useRequestedChecks.js';

const SECOND = 1_000;
let leave: () => void = () => undefined;

/** A page whose checks take `answersAfter` milliseconds. */
function openPage({ answersAfter = 0 } = {}) {
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', fetch: async () => new Response(null, { status: 503 }) });
  const checked: number[] = [];
  const opened = Date.now();
  leave = carryOutChecks(client, async () => {
    checked.push(Date.now() - opened);
    await client.check().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, answersAfter));
    return true;
  });
  return { request: client.requestCheck, checked };
}

function show(shown: boolean): void {
  Object.defineProperty(document, 'visibilityState', { value: shown ? 'visible' : 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  leave();
  show(true);
  vi.useRealTimers();
});

describe('a requested check', () => {
  it('begins once for a burst of requests', async () => {
    const { request, checked } = openPage();
    for (let each = 0; each < 1_000; each += 1) request();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([50]);
  });

  it('begins after the one that is under way, and once', async () => {
    const { request, checked } = openPage({ answersAfter: 2 * SECOND });
    request();
    await vi.advanceTimersByTimeAsync(SECOND);
    request();
    request();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([50, 2_100]);
  });

  it('waits while the page is hidden', async () => {
    const { request, checked } = openPage();
    show(false);
    request();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([]);
    show(true);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(checked).toEqual([60 * SECOND + 50]);
  });

  it('never begins after the page was left', async () => {
    const { request, checked } = openPage();
    request();
    leave();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([]);
  });
});
