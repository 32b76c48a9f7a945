import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { LicensePanel } from '../../src/index.js';
import { ALL, newKey, openRenewal, watch } from '../support/openRenewal.js';
import { answerLicense, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

/** Replaces the timer that counts the seconds. `pass` lets the checks of each second end. */
function fakeSeconds() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return {
    async pass(seconds: number) {
      for (let second = 0; second < seconds; second += 1) await vi.advanceTimersByTimeAsync(1_000);
    },
  };
}

describe('the watch', () => {
  it('continues during the restart, and reports what has changed', async () => {
    const { alexandria, check, startChecking } = await openRenewal();
    const licenseKey = await newKey({ entitlements: [...ALL, 'backend_autoscaling'] });
    await check(licenseKey);
    await startChecking();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('present');
    alexandria.setFault('server-error');
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('away');
    expect(part('banner')?.dataset['licenseState']).toBe('expired');
    await alexandria.restart({ licenseKey });
    alexandria.setFault(null);
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    expect(watch()?.textContent).toMatch(/^Renewed until \d+ \w+ \d{4}, .*\.Now included: backend autoscaling\.Delete license\.key\.Done$/);
    await expect.poll(() => part('banner')).toBeNull();
  });

  it('reports if the new license is not the one of the checked key', async () => {
    const { screen, alexandria, check, startChecking } = await openRenewal();
    await check(await newKey());
    await startChecking();
    await alexandria.restart({ licenseKey: await newKey({ entitlements: ['scim'] }) });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    await expect.element(screen.getByText(/This isn’t the license from the key you checked/)).toBeVisible();
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    expect(part('banner')).toBeNull();
  });

  it('does not report a missing or a lapsed license as a renewal', async () => {
    const { screen, alexandria, startChecking } = await openRenewal({ scenario: 'grace' });
    await startChecking();
    await alexandria.restart({ scenario: 'unlicensed' });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('lost');
    await expect.element(screen.getByText(/it may not have accepted the key/)).toBeVisible();
    await alexandria.restart({ scenario: 'expired' });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('lapsed');
    await alexandria.restart({ scenario: 'active' });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
  });

  it('does not report the old license as new if no check had succeeded at the start', async () => {
    const { alexandria, screen } = await renderDashboard({ scenario: 'expired', children: <LicensePanel /> });
    answerLicense(() => new Response(null, { status: 503 }));
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await screen.getByRole('button', { name: 'Show Confirm the renewal' }).click();
    await screen.getByRole('button', { name: 'Start checking' }).click();
    answerLicense(() => Response.json(alexandria.licenseBody()));
    await expect.poll(() => part('panel')?.dataset['licenseState'], { timeout: 8_000 }).toBe('expired');
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('present');
  });

  it('reports a renewal that happened before the start, and shortens a long tier name', async () => {
    const { screen, alexandria, startChecking } = await openRenewal();
    await alexandria.restart({ licenseKey: await newKey({ tier: 'T'.repeat(100) }) });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    await startChecking();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('renewed');
    expect(watch()?.textContent).toMatch(/Tier changed to .T{63}….\./);
  });

  it('waits for the next license after "Check again"', async () => {
    const { screen, alexandria, check, startChecking } = await openRenewal();
    const right = await newKey();
    await check(right);
    await startChecking();
    await alexandria.restart({ licenseKey: await newKey({ entitlements: ['scim'] }) });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    expect(document.querySelector('[data-license-watch] [role="status"]')?.textContent).toContain('This isn’t the license from the key');
    await screen.getByRole('button', { name: 'Check again' }).click();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('present');
    await alexandria.restart({ licenseKey: right });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    expect(watch()?.textContent).not.toContain('This isn’t the license from the key');
  });

  it('does not report a renewal if the key equals the current license', async () => {
    const licenseKey = await newKey();
    const { check, startChecking } = await openRenewal({ licenseKey });
    await check(licenseKey);
    await startChecking();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('already');
    expect(watch()?.textContent).toContain('can’t tell whether the API has read it');
  });

  it('announces the renewal if there is no banner', async () => {
    const { alexandria, startChecking } = await openRenewal({ scenario: 'expired', children: <LicensePanel /> });
    await startChecking();
    await alexandria.restart({ licenseKey: await newKey() });
    await expect
      .poll(() => document.querySelector('[data-license-watch] [role="status"]')?.textContent, { timeout: 8_000 })
      .toContain('Renewed until');
  });

  it('waits for Retry-After after a 429, and explains the delay', async () => {
    const { client, startChecking } = await openRenewal();
    answerLicense(() => new Response(null, { status: 429, headers: { 'retry-after': '120' } }));
    await startChecking();
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('rate-limited');
    expect(watch()?.textContent).toContain('Too many requests (429).');
    const { begun } = client.internals.checks;
    await new Promise((resolve) => setTimeout(resolve, 3_300));
    expect(client.internals.checks.begun).toBe(begun);
  });

  it('leaves the announcement of a renewal to the banner if there is one', async () => {
    const { alexandria, startChecking } = await openRenewal();
    await startChecking();
    await alexandria.restart({ licenseKey: await newKey() });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    const live = () => Array.from(document.querySelectorAll('[role="status"], [role="alert"]'), ({ textContent }) => textContent).join('|');
    await expect.poll(() => live().match(/License renewed|Renewed until/g)).toEqual(['License renewed']);
  });

  it('lists possible causes, first a missing restart, if no license arrives within five minutes', async () => {
    const { screen, startChecking } = await openRenewal();
    const clock = fakeSeconds();
    await startChecking();
    await clock.pass(299);
    expect(watch()?.dataset['licenseWatch']).toBe('present');
    await expect.element(screen.getByText('4:59, usually 15–60 seconds')).toBeVisible();
    await clock.pass(1);
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('nothing');
    expect(document.querySelector('.alx-causes li')?.textContent).toBe('Did the API restart? It reads its key only at start-up.');
    await expect.element(screen.getByRole('button', { name: 'Check again' })).toBeVisible();
  });

  it('does not count the time in the background, and checks once more before it gives up', async () => {
    const { screen, alexandria, startChecking } = await openRenewal();
    const clock = fakeSeconds();
    await startChecking();
    await clock.pass(298);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await clock.pass(600);
    expect(watch()?.dataset['licenseWatch']).toBe('present');
    await alexandria.restart({ licenseKey: await newKey() });
    visibility.mockRestore();
    await expect.element(screen.getByText('4:58, usually 15–60 seconds')).toBeVisible();
    await clock.pass(2);
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('renewed');
  });

  it('can be stopped', async () => {
    const { screen, client, startChecking } = await openRenewal();
    await startChecking();
    await screen.getByRole('button', { name: 'Stop checking' }).click();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('idle');
    const { begun } = client.internals.checks;
    await new Promise((resolve) => setTimeout(resolve, 3_300));
    expect(client.internals.checks.begun).toBe(begun);
  });

  it('ends with a card that says what has changed and what remains to do, and closes the renewal', async () => {
    const { screen, alexandria, check, press } = await openRenewal();
    const licenseKey = await newKey({ entitlements: [...ALL, 'backend_autoscaling'] });
    await check(licenseKey);
    await press('Continue');
    await press('Start checking');
    await expect.element(screen.getByRole('heading', { name: 'Confirm the renewal' })).toHaveFocus();
    await screen.getByRole('button', { name: 'Stop checking' }).element().focus();
    await alexandria.restart({ licenseKey });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    expect(watch()?.textContent.replace(/\p{Cf}/gu, '')).toMatch(
      /^Renewed until \d+ \w+ \d{4}, \d\d:\d\d\.Now included: backend autoscaling\.Delete license\.key\.Done$/,
    );
    const done = screen.getByRole('button', { name: 'Done' });
    await expect.element(done).toHaveFocus();
    await done.click();
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toHaveFocus();
    expect(watch()).toBeNull();
  });

  it('asks to delete no key file after the prompt', async () => {
    const { screen, alexandria, show, press } = await openRenewal({ scenario: 'expired' });
    await show('Apply the key');
    await screen.getByText('Prompt', { exact: true }).click();
    await press('Start checking');
    await alexandria.restart({ licenseKey: await newKey() });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    expect(watch()?.textContent).not.toContain('Delete');
  });

  it('asks to delete the key file after Helm with the Secret, which needs the file for the Secret', async () => {
    const { screen, alexandria, show, press } = await openRenewal();
    await show('Apply the key');
    await screen.getByText('Helm', { exact: true }).click();
    await press('Start checking');
    await alexandria.restart({ licenseKey: await newKey() });
    await expect.poll(() => watch()?.textContent, { timeout: 8_000 }).toMatch(/Delete license\.key\.Done$/);
  });

  it('announces its progress and its result while another step is open', async () => {
    const { alexandria, startChecking, show } = await openRenewal({ scenario: 'expired', children: <LicensePanel /> });
    await startChecking();
    await show('Apply the key');
    const announced = () => document.querySelector('.alx-steps + [role="status"]')?.textContent ?? '';
    expect(announced()).toBe('The API still reports the current license.');
    await alexandria.restart({ scenario: 'unlicensed' });
    await expect.poll(announced, { timeout: 8_000 }).toMatch(/^The API now runs without a license/);
    await alexandria.restart({ licenseKey: await newKey() });
    await expect.poll(announced, { timeout: 8_000 }).toMatch(/^Renewed until/);
    await show('Confirm the renewal');
    expect(announced()).toBe('');
  });

  it('announces the renewal itself if the new license needs a warning, too', async () => {
    const { alexandria, startChecking } = await openRenewal({ scenario: 'expiring', remindDaysBefore: 60 });
    await startChecking();
    await alexandria.restart({ licenseKey: await newKey({ expiresAt: Date.now() + 45 * 86_400_000 }) });
    await expect
      .poll(() => document.querySelector('[data-license-watch] [role="status"]')?.textContent, { timeout: 8_000 })
      .toContain('Renewed until');
  });

  it('mentions no current license if there is none, and explains a key that starts later', async () => {
    const { screen, check, press } = await openRenewal({ scenario: 'unlicensed' });
    await press('Show Apply the key');
    await press('Start checking');
    await expect.element(screen.getByText('The API still runs without a license.')).toBeVisible();
    await press('Show Check the key');
    await check(await newKey({ notBefore: Date.now() + 86_400_000 }));
    await press('Continue');
    await press('Start checking');
    await expect.element(screen.getByText('The API may run without a license until the key becomes active.')).toBeVisible();
  });

  it('starts its five minutes again with each start', async () => {
    const { screen, startChecking, show, press } = await openRenewal();
    const clock = fakeSeconds();
    await startChecking();
    await clock.pass(290);
    await show('Apply the key');
    await press('Start checking');
    await clock.pass(20);
    expect(watch()?.dataset['licenseWatch']).toBe('present');
    await expect.element(screen.getByText('0:20, usually 15–60 seconds')).toBeVisible();
  });

  it('keeps its success if the user starts again from the step before', async () => {
    const { alexandria, check, press, show } = await openRenewal();
    const licenseKey = await newKey();
    await check(licenseKey);
    await press('Continue');
    await press('Start checking');
    await alexandria.restart({ licenseKey });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    await show('Apply the key');
    await press('Start checking');
    expect(watch()?.dataset['licenseWatch']).toBe('renewed');
  });
});
