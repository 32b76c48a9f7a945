import { expect } from 'vitest';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { type MintOptions, mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { LicenseBanner, LicensePanel, PaymentRequiredNotice, type RenewalOptions } from '../../src/index.js';
import { part, renderDashboard } from './renderDashboard.js';

export const DAY = 86_400_000;
export const ALL = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];

/** Mints a key that is valid for a year. */
export const newKey = (more: Partial<MintOptions> = {}): Promise<string> =>
  mintLicenseKey({ expiresAt: Date.now() + 365 * DAY, subject: 'Acme GmbH', ...more });

/** Renders a dashboard, and opens the renewal with its step “Check the key”. */
export async function openRenewal(
  setup: Parameters<typeof renderDashboard>[0] = { scenario: 'expired' },
  renewal: RenewalOptions = { trustedKeys: [demoPublicKey] },
) {
  const children = (
    <>
      <LicenseBanner />
      <LicensePanel renewal={renewal} />
      <PaymentRequiredNotice />
    </>
  );
  const dashboard = await renderDashboard({ children, ...setup });
  await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
  const { screen } = dashboard;
  const press = (name: string) => screen.getByRole('button', { name, exact: true }).click();
  await press(setup.scenario === 'unlicensed' ? 'Add license key' : 'Renew license');
  await press('I have a key');
  const field = screen.getByLabelText('License key', { exact: true });
  await expect.element(field).toHaveFocus();
  return {
    ...dashboard,
    field,
    press,
    show: (step: string) => press(`Show ${step}`),
    async check(text: string) {
      await field.fill(text);
      await press('Check key');
    },
    paste(text: string) {
      const data = new DataTransfer();
      data.setData('text', text);
      field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    async startChecking() {
      await press('Show Apply the key');
      await press('Start checking');
    },
  };
}

/** Returns the rows of the comparison. */
export const rows = (): string[] =>
  Array.from(document.querySelectorAll('.alx-compare tbody tr'), (row) => Array.from(row.children, (cell) => cell.textContent).join(' | '));

/** Returns the warnings about the checked key. */
export const warnings = (): (string | undefined)[] =>
  Array.from(document.querySelectorAll<HTMLElement>('[data-license-warning]'), ({ dataset }) => dataset['licenseWarning']);

/** Returns the element with the progress of the watch. */
export const watch = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-license-watch]');

/** Returns the commands on the page. */
export const commands = (): string => document.querySelector('.alx-command pre')?.textContent ?? '';
