import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { answerLicense, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const E = Date.UTC(2027, 4, 1, 12);
const shortDay = (instant: number) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(instant);
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
const expectFresh = () => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');

// Returns the centers of the matching elements as fractions of the line, in reading direction.
function centersOf(selector: string): readonly number[] {
  const line = timeline().element();
  const { left, right, width } = line.getBoundingClientRect();
  return Array.from(line.querySelectorAll(selector), (element) => {
    const box = element.getBoundingClientRect();
    const center = (box.left + box.right) / 2;
    return (getComputedStyle(line).direction === 'rtl' ? right - center : center - left) / width;
  });
}
const dates = () => centersOf('[data-kind="date"] > span');
const today = () => centersOf('[data-kind="today"] > span')[0] ?? Number.NaN;
// The colored part of the line.
const elapsed = () => {
  const [line, part] = ['.alx-line', '.alx-line svg'].map((selector) =>
    timeline().element().querySelector(selector)?.getBoundingClientRect(),
  );
  return (part?.width ?? Number.NaN) / (line?.width ?? Number.NaN);
};

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
    const label = now < E ? 'Expires' : 'Expired';
    const stops = now < E + 7 * DAY ? 'Features stop' : 'Features stopped';
    expect(timeline().element().textContent).toBe(`Today${shortDay(E)}${label}${shortDay(E + 7 * DAY)}${stops}`);
  });

  it.each([
    ['half way through the grace period, with three and a half days left', E + 3.5 * DAY, E, 0.8],
    ['a quarter of the way from the reminder to the expiry', E - 5.25 * DAY, E, 0.3],
    ['half way to the reminder, 90 days before it', E - 97 * DAY, E, 0.1],
    ['at the very beginning, ten years before the expiry', E, E + 3_652 * DAY, 0.005],
    ['in the reminder, for a license of one day', E - 23 * HOUR, E, 0.545],
    ['half way into the last period, 90 days after the features have stopped', E + 97 * DAY, E, 0.89],
  ])('places today %s, and colors the line up to it', async (_, now, expiresAt, share) => {
    await at(now, expiresAt);
    await expect.element(timeline()).toBeVisible();
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      expect(today()).toBeCloseTo(share, 2);
      expect(elapsed()).toBeCloseTo(share, 2);
    }
  });

  it.each([
    ['at 60 % and at the end while the license is active', E - 30 * DAY, [0.6, 1]],
    ['at 60 % and at the end in the grace period', E + 2 * DAY, [0.6, 1]],
    ['at 46 % and 78 % afterwards', E + 20 * DAY, [0.46, 0.78]],
  ])('places the dates %s', async (_, now, places) => {
    await at(now);
    await expect.element(timeline()).toBeVisible();
    for (const [index, place] of dates().entries()) expect(place).toBeCloseTo(places[index] ?? 0, 2);
    expect(dates()).toHaveLength(2);
  });

  it.each(['active', 'expiring'] as const)('shows no red in the scenario %s', async (scenario) => {
    await renderDashboard({ scenario });
    await expect.element(timeline()).toBeVisible();
    const colors = Array.from(timeline().element().querySelectorAll('*'), (element) => {
      const { color, borderTopColor, backgroundColor } = getComputedStyle(element);
      return [color, borderTopColor, backgroundColor];
    });
    const probe = document.createElement('i');
    timeline().element().append(probe);
    const red = ['--alx-bad', '--alx-bad-edge', '--alx-bad-soft'].map((token) => {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    });
    expect(new Set(red).size).toBe(3);
    expect(colors.flat().filter((color) => red.includes(color))).toEqual([]);
  });

  it('is mirrored in right-to-left text', async () => {
    await at(E + 2 * DAY);
    await expect.element(timeline()).toBeVisible();
    const boxes = () => {
      const { left, right } = timeline().element().getBoundingClientRect();
      return Array.from(timeline().element().querySelectorAll('.alx-line, .alx-line svg, .alx-milestone, .alx-milestone *'), (element) => {
        const box = element.getBoundingClientRect();
        return part('panel')?.dir === 'rtl' ? [right - box.right, right - box.left] : [box.left - left, box.right - left];
      }).map(([from = Number.NaN, to = Number.NaN]) => [Math.round(from), Math.round(to)]);
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
    await expect.element(timeline()).toHaveAccessibleName(/Currently in the grace period/);
    expect(today()).toBeLessThan(dates()[1] ?? 0);
    await expect.element(timeline(), { timeout: 9_000 }).toHaveAccessibleName(/then licensed features are off. Licensed features are off/);
    expect(today()).toBeGreaterThanOrEqual(dates()[1] ?? 1);
  });

  it('hides today after a sleep until the next response, and keeps the state', async () => {
    await at(E + 2 * DAY);
    await expect.element(timeline()).toHaveAccessibleName(/Currently in the grace period/);
    answerLicense(() => new Promise(() => undefined));
    const woken = Date.now() + HOUR - performance.now();
    vi.spyOn(Date, 'now').mockImplementation(() => woken + performance.now());
    window.dispatchEvent(new Event('focus'));
    await expect.element(timeline()).toHaveAccessibleName(periods());
    expect(part('panel')?.dataset['licenseState']).toBe('grace');
    expect(timeline().element().querySelector('[data-kind="today"]')).toBeNull();
    expect(timeline().element().textContent).toContain('Expired');
  });

  it.each(['unlicensed', 'no-end'] as const)('is not rendered in the scenario %s', async (scenario) => {
    await renderDashboard({ scenario });
    await expectFresh();
    expect(timeline().elements()).toEqual([]);
  });

  it('is not rendered before the first license, and stays after a failed check', async () => {
    const { screen } = await renderDashboard({ answer: () => new Response(null, { status: 503 }) });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    expect(timeline().elements()).toEqual([]);
    await screen.unmount();
    const again = await at(E + 2 * DAY);
    await expectFresh();
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
