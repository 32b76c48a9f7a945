// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { carryOutChecks } from '../../../src/react/useRequestedChecks.js';

const SECOND = 1_000;
let isActive = false;
let leave: () => void = () => undefined;

/** A page that has been open for a minute; `news` is a 402 that tells something new. */
function openPage() {
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', fetch: async () => new Response(null, { status: 503 }) });
  const checked: number[] = [];
  let answersAfter = 0;
  const opened = Date.now();
  leave = carryOutChecks(client, async () => {
    checked.push(Date.now() - opened);
    await client.check().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, answersAfter));
    return true;
  });
  return { news: () => client.suggestCheck(true), request: () => client.requestCheck(), slow: () => (answersAfter = 2 * SECOND), checked };
}

function show(shown: boolean): void {
  Object.defineProperty(document, 'visibilityState', { value: shown ? 'visible' : 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(60 * SECOND);
  isActive = false;
  vi.stubGlobal('navigator', { userActivation: { isActive: false } });
  Object.defineProperty(navigator.userActivation, 'isActive', { get: () => isActive });
});
afterEach(() => {
  leave();
  show(true);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a check that a 402 asks for', () => {
  it('comes within fifteen seconds where nobody waits for it, sooner or later as the dice fall, and once', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { news, checked } = openPage();
    for (let second = 0; second < 7; second += 1) {
      news();
      await vi.advanceTimersByTimeAsync(SECOND);
    }
    expect(checked).toEqual([]);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([7_550]);
  });

  it('comes at once where somebody has just acted, also where one was put off', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    const { news, checked } = openPage();
    news();
    await vi.advanceTimersByTimeAsync(SECOND);
    isActive = true;
    news();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([1_050]);
  });

  it('comes at once where the host asks for it, and where the page is shown meanwhile', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    const { news, request, checked } = openPage();
    news();
    request();
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(checked).toEqual([50]);
    show(false);
    news();
    await vi.advanceTimersByTimeAsync(SECOND);
    show(true);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([50, 2_050]);
  });

  it('that nobody waits for is put off also where another runs meanwhile', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { news, request, checked, slow } = openPage();
    slow();
    request();
    await vi.advanceTimersByTimeAsync(SECOND);
    news();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([50, 2_050 + 7_550]);
  });

  it('comes no more once the page is left', async () => {
    const { news, checked } = openPage();
    news();
    leave();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(checked).toEqual([]);
  });
});
