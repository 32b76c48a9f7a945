import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { answerLicense, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const E = Date.UTC(2027, 4, 1, 12);
const day = (instant: number) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(instant);
const periods = (expires = E, graceEnds = expires + 7 * DAY) =>
  `Active until ${day(expires - 7 * DAY)}, reminder until ${day(expires)}, grace period until ${day(graceEnds)}, then licensed features are off.`;

withWorker();
afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('dir');
});

const timeline = () => page.getByRole('img', { name: /^Active until/ });
const at = async (now: number, expiresAt = E) => renderDashboard({ licenseKey: await mintLicenseKey({ expiresAt }), now });
const isFresh = () => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');

// Returns the start and end of each matching element as fractions of the line, in reading direction.
function sharesOf(selector: string): readonly (readonly [from: number, to: number])[] {
  const line = timeline().element();
  const { left, right, width } = line.getBoundingClientRect();
  return Array.from(line.querySelectorAll(selector), (element) => {
    const box = element.getBoundingClientRect();
    return getComputedStyle(line).direction === 'rtl'
      ? [(right - box.right) / width, (right - box.left) / width]
      : [(box.left - left) / width, (box.right - left) / width];
  });
}
const bars = () => sharesOf('.alx-bar');
const marker = () => sharesOf('.alx-now b')[0]?.[0] ?? Number.NaN;

describe('the timeline', () => {
  it.each([
    ['active', E - 359 * DAY, 'Currently active.'],
    ['active, two hours before the reminder', E - 7 * DAY - 2 * HOUR, 'Currently active.'],
    ['expiring', E - 5 * DAY, 'Currently in the reminder period.'],
    ['in its last hours', E - 7 * HOUR, 'Currently in the reminder period.'],
    ['in grace', E + 2 * DAY, 'Currently in the grace period.'],
    ['expired', E + 9 * DAY, 'Licensed features are off.'],
  ])('has an accessible name that describes it for a license that is %s', async (_, now, words) => {
    await at(now);
    await expect.element(timeline()).toHaveAccessibleName(`${periods()} ${words}`);
    expect(timeline().element().textContent).toContain(`${day(E)} Expiry, grace period`);
  });

  it.each([
    ['half way through the grace period, with three and a half days left', E + 3.5 * DAY, E, 2, 0.5],
    ['a quarter of the way from the reminder to the expiry', E - 5.25 * DAY, E, 1, 0.25],
    ['half way to the reminder, 90 days before it', E - 97 * DAY, E, 0, 0.5],
    ['at the very beginning, ten years before the expiry', E, E + 3_652 * DAY, 0, 0.02],
    ['in the reminder, for a license of one day', E - 23 * HOUR, E, 1, 0.86],
    ['half way into the last period, 90 days after the features have stopped', E + 97 * DAY, E, 3, 0.5],
  ])('places the "now" marker %s', async (_, now, expiresAt, period, share) => {
    await at(now, expiresAt);
    await expect.element(timeline()).toBeVisible();
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      const [from, to] = bars()[period] ?? [Number.NaN, Number.NaN];
      expect((marker() - from) / (to - from)).toBeCloseTo(share, 2);
    }
  });

  it('is mirrored in right-to-left text', async () => {
    await at(E + 2 * DAY);
    await expect.element(timeline()).toBeVisible();
    const boxes = () => {
      const { left, right } = timeline().element().getBoundingClientRect();
      return Array.from(
        timeline().element().querySelectorAll('.alx-bar, .alx-mark, .alx-mark span, .alx-mark bdi, .alx-now b'),
        (element) => {
          const box = element.getBoundingClientRect();
          return part('panel')?.dir === 'rtl' ? [right - box.right, right - box.left] : [box.left - left, box.right - left];
        },
      ).map(([from = Number.NaN, to = Number.NaN]) => [Math.round(from), Math.round(to)]);
    };
    const there = boxes();
    part('panel')?.setAttribute('dir', 'rtl');
    expect(boxes()).toEqual(there);
    expect(there.length).toBeGreaterThan(12);
  });

  it('moves into the last period when the grace period ends', async () => {
    const graceEnds = Date.now() + 4_000;
    const answer = () => {
      const left = Math.max(0, Math.ceil((graceEnds - Date.now()) / 1_000));
      const body = { tier: 'enterprise', entitlements: ['oidc'], expires_at: new Date(graceEnds - 7 * DAY).toISOString() };
      const headers = { date: new Date().toUTCString() };
      return Response.json({ ...body, days_remaining: left > 0 ? 0 : -1, grace_remaining_seconds: left }, { headers });
    };
    await renderDashboard({ answer });
    await expect.element(timeline()).toHaveAccessibleName(/Now it is in the grace period/);
    expect(marker()).toBeLessThan(bars()[2]?.[1] ?? 0);
    await expect.element(timeline(), { timeout: 9_000 }).toHaveAccessibleName(/Now the features are off/);
    expect(marker()).toBeGreaterThanOrEqual(bars()[3]?.[0] ?? 1);
  });

  it('hides the "now" marker after a sleep until the next response, and keeps the state', async () => {
    await at(E + 2 * DAY);
    await expect.element(timeline()).toHaveAccessibleName(/Now it is in the grace period/);
    answerLicense(() => new Promise(() => undefined));
    const woken = Date.now() + HOUR - performance.now();
    vi.spyOn(Date, 'now').mockImplementation(() => woken + performance.now());
    window.dispatchEvent(new Event('focus'));
    await expect.element(timeline()).toHaveAccessibleName(periods());
    expect(part('panel')?.dataset['licenseState']).toBe('grace');
    expect(timeline().element().querySelector('.alx-now')).toBeNull();
    expect(timeline().element().querySelector('.alx-bar[data-present="true"]')).not.toBeNull();
  });

  it.each(['unlicensed', 'no-end'] as const)('is not rendered in the scenario %s', async (scenario) => {
    await renderDashboard({ scenario });
    await isFresh();
    expect(timeline().elements()).toEqual([]);
  });

  it('is not rendered before the first license, and stays after a failed check', async () => {
    const { screen } = await renderDashboard({ answer: () => new Response(null, { status: 503 }) });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    expect(timeline().elements()).toEqual([]);
    await screen.unmount();
    const again = await at(E + 2 * DAY);
    await isFresh();
    answerLicense(() => new Response(null, { status: 503 }));
    await again.screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    await expect.element(timeline()).toHaveAccessibleName(`${periods()} Currently in the grace period.`);
  });

  it('uses no inline style, which a content security policy could block', async () => {
    await at(E + 2 * DAY);
    await expect.element(timeline()).toBeVisible();
    expect(part('panel')?.querySelectorAll('[style], style')).toHaveLength(0);
  });
});
