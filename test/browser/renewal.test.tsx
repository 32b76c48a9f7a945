import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { newKey, openRenewal } from '../support/openRenewal.js';
import { renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

describe('the first step', () => {
  it.each([
    ['https://alexandria.example/renew', 'https://alexandria.example/renew'],
    ['mailto:sales@alexandria.example?subject=Ours', 'mailto:sales@alexandria.example?subject=Ours'],
    ['javascript:alert(1)', null],
    ['//alexandria.example/renew', '//alexandria.example/renew'],
  ])('turns contactHref %s into the address %s', async (contactHref, address) => {
    const { screen } = await renderDashboard({ scenario: 'expired', contactHref });
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await expect.element(screen.getByRole('button', { name: 'I have a key' })).toBeVisible();
    const link = screen.getByRole('link', { name: 'Request a key' });
    if (address === null) expect(link.query()).toBeNull();
    else await expect.element(link).toHaveAttribute('href', address);
  });

  it('writes a mail with the support details', async () => {
    const { screen } = await renderDashboard({ scenario: 'expired', contactHref: 'sales@alexandria.example' });
    await screen.getByRole('button', { name: 'Renew license' }).click();
    const link = screen.getByRole('link', { name: 'Request a key' });
    await expect.element(link).toBeVisible();
    await expect.poll(() => link.element().getAttribute('href')).toContain('expired');
    const mail = new URL(link.element().getAttribute('href') ?? '');
    expect(mail.pathname).toBe('sales@alexandria.example');
    expect(mail.searchParams.get('subject')).toBe('Alexandria license renewal');
    expect(mail.searchParams.get('body')).toMatch(
      /^Please send a new license key for this gateway\.\r\n\r\nAlexandria license\r\nstate: expired\r\n/,
    );
    expect(mail.href.length).toBeLessThanOrEqual(1_800);
  });

  it('copies the support details, and a link that opens the renewal', async () => {
    const { screen } = await renderDashboard({ scenario: 'expired', licenseHref: '/settings/license' });
    await screen.getByRole('button', { name: 'Renew license' }).click();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const steps = screen.getByRole('listitem', { name: 'Get a new license key' });
    await steps.getByRole('button', { name: 'Copy support details' }).click();
    await expect.poll(() => write.mock.lastCall?.[0]).toContain('state: expired');
    await steps.getByRole('button', { name: 'Copy link to this page' }).click();
    await expect.poll(() => write.mock.lastCall?.[0]).toBe(`${location.origin}/settings/license#renew-license`);
    write.mockRestore();
  });
});

describe('the steps', () => {
  const open = () => document.querySelector('.alx-steps > [aria-current="step"] :is(h2, h3, h4)')?.textContent;

  it('are open one at a time, and each can be opened', async () => {
    const { screen, show } = await openRenewal();
    for (const title of ['Get a new license key', 'Apply the key', 'Confirm the renewal']) {
      await show(title);
      expect(open()).toBe(title);
      await expect.element(screen.getByRole('heading', { name: title })).toHaveFocus();
      expect(document.querySelectorAll('.alx-step-body:not([hidden])')).toHaveLength(1);
    }
    await show('Check the key');
    expect(open()).toBe('Check the key');
    await expect.element(screen.getByLabelText('License key', { exact: true })).toHaveFocus();
  });

  it('keep their input while they are folded', async () => {
    const { screen, show, field } = await openRenewal();
    await field.fill('half a key');
    await show('Apply the key');
    await screen.getByLabelText('Prompt').click();
    await show('Check the key');
    await expect.element(field).toHaveValue('half a key');
    await show('Apply the key');
    await expect.element(screen.getByLabelText('Prompt')).toBeChecked();
  });

  it('are reached by Tab in order', async () => {
    const { screen, check, press } = await openRenewal({ scenario: 'grace' });
    await check(await newKey());
    await expect.element(screen.getByRole('button', { name: 'Continue' })).toBeVisible();
    const walk = async () => {
      screen.getByRole('button', { name: 'Close', exact: true }).element().focus();
      const reached: string[] = [];
      for (let step = 0; step < 12; step += 1) {
        await userEvent.tab();
        const { activeElement } = document;
        reached.push(activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '');
      }
      return reached;
    };
    const check2 = ['Show', '', 'Check key', '', 'Continue', 'Check a different key', 'Show', 'Show', 'Copy support details'];
    expect((await walk()).slice(0, check2.length)).toEqual(check2);
    await press('Continue');
    const apply = ['Show', 'Show', '', '', '', 'Copy commands', 'Commands', 'Show all lines', 'Start checking', 'Show'];
    expect((await walk()).slice(0, apply.length)).toEqual(apply);
  });
});

describe('in a window of 1,280 × 800 pixels', () => {
  beforeEach(() => page.viewport(1_280, 800));
  afterAll(() => page.viewport(414, 896));

  it('the next control is in sight after each action', async () => {
    const { screen, check, press, alexandria } = await openRenewal();
    const inSight = (name: string) => expect.element(screen.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    await inSight('Check key');
    const licenseKey = await newKey();
    await check(licenseKey);
    await inSight('Continue');
    await press('Continue');
    await inSight('Copy commands');
    await inSight('Start checking');
    await press('Start checking');
    await inSight('Stop checking');
    await alexandria.restart({ licenseKey });
    await expect.element(screen.getByRole('button', { name: 'Done' }), { timeout: 8_000 }).toBeInViewport({ ratio: 1 });
  });
});
