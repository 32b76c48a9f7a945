import type { Page } from 'playwright';
import type { Apis, Wrongs } from '../Host.js';
import { look, seeNone, seeOne, seePart } from './look.js';

/** The number of entitlements that the mock defines. */
const ENTITLEMENTS = 7;

/** Visits a dashboard of one API: an expired license, a 402, a failing API, and a renewal. */
export async function visitDashboard(page: Page, { first: api }: Apis): Promise<Wrongs> {
  const notice = page.locator('[data-license-part="notices"] [data-license-part="notice"][data-entitlement="audit_export"]');
  const gate = page.locator('main [data-license-part="notice"][data-entitlement="scim"]');
  const users = page.getByText('Users are provisioned by SCIM.');
  const check = async () => page.getByRole('button', { name: 'Check now' }).click();
  return look([
    ['banner', async () => void (await seePart(page, 'banner', 'expired'))],
    [
      'panel',
      async () => {
        const panel = await seePart(page, 'panel', 'expired');
        const rows = await panel.locator('[data-entitlement]').count();
        if (rows !== ENTITLEMENTS) throw new Error(`The panel shows ${rows} entitlements.`);
      },
    ],
    [
      '402',
      async () => {
        await page.getByRole('button', { name: 'Export the audit log' }).click();
        await seeOne(page.getByText('It failed with 402.'));
        await seeOne(notice);
        await seeOne(notice.and(page.locator('[data-license-reason="lapsed"]')));
        await seeOne(gate);
        await seeNone(users);
      },
    ],
    [
      'panel',
      async () => {
        api.setFault('server-error');
        await check();
        await seePart(page, 'panel', 'expired', 'server-error');
        api.setFault(null);
      },
    ],
    [
      'panel',
      async () => {
        await api.restart({ scenario: 'active' });
        await check();
        await seePart(page, 'panel', 'active');
      },
    ],
    ['banner', () => seeNone(page.locator('[data-license-part="banner"]'))],
    [
      '402',
      async () => {
        await seeNone(notice);
        await seeNone(gate);
        await seeOne(users);
        await page.getByRole('button', { name: 'Export the audit log' }).click();
        await seeOne(page.getByText('It is exported.'));
      },
    ],
  ]);
}
