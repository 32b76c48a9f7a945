import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { LicenseBanner, LicensePanel, PaymentRequiredNotice } from '../../src/index.js';
import { panelMessages as panel } from '../../src/messages/en.js';
import { renewalMessages as renewal } from '../../src/messages/enRenewal.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
afterEach(() => document.documentElement.removeAttribute('dir'));
afterAll(() => page.viewport(414, 896));

const root = document.documentElement;

function expectNoScroll(): void {
  expect(root.scrollHeight).toBeLessThanOrEqual(root.clientHeight);
  expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  expect([root.scrollTop, Math.abs(root.scrollLeft)]).toEqual([0, 0]);
}

describe('below long content in a scrolling main', () => {
  it.each(['ltr', 'rtl'].flatMap((dir) => ['none', 'scale(1)'].map((transform) => ({ dir, transform }))))(
    'no component makes the document scroll ($dir, transform: $transform)',
    async ({ dir, transform }) => {
      await page.viewport(1_000, 700);
      root.dir = dir;
      const children = (
        <div style={{ transform }}>
          <main style={{ blockSize: '600px', overflow: 'auto' }}>
            <div style={{ blockSize: '2000px', inlineSize: '3000px' }} />
            <LicenseBanner />
            <LicensePanel renewal={{ trustedKeys: [demoPublicKey] }} />
            <PaymentRequiredNotice />
          </main>
        </div>
      );
      const { screen, ask } = await renderDashboard({ scenario: 'expired', children });
      await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('expired');
      await ask('/admin/audit/export');
      await expect.poll(() => part('notices')).not.toBeNull();
      await screen.getByRole('button', { name: panel.renew }).click();
      await screen.getByRole('button', { name: renewal.get.next }).click();
      await screen.getByLabelText(renewal.check.label, { exact: true }).fill('rubbish');
      await screen.getByRole('button', { name: renewal.check.action }).click();
      await screen.getByRole('button', { name: panel.checkNow }).click();
      await expect.element(screen.getByText(renewal.check.problems.malformed_token)).toBeVisible();
      // Focus scrolls the field into view, and only main may scroll.
      screen.getByLabelText(renewal.check.choose).element().focus();
      expectNoScroll();
      // A good key scrolls its result into view, and each step scrolls to its start.
      await screen.getByLabelText(renewal.check.label, { exact: true }).fill(await mintLicenseKey({ expiresAt: Date.now() + 86_400_000 }));
      await screen.getByRole('button', { name: renewal.check.action }).click();
      await expect.element(screen.getByRole('button', { name: renewal.check.next })).toBeInViewport();
      expectNoScroll();
      await screen.getByRole('button', { name: renewal.check.next }).click();
      await expect.element(screen.getByRole('heading', { name: renewal.apply.title })).toHaveFocus();
      await screen.getByRole('button', { name: renewal.apply.showAll }).click();
      expectNoScroll();
      await screen.getByRole('button', { name: renewal.watch.start }).click();
      await expect.element(screen.getByRole('heading', { name: renewal.watch.title })).toHaveFocus();
      await expect.element(screen.getByText(renewal.watch.present)).toBeVisible();
      expectNoScroll();
    },
  );
});
