import type { Page } from 'playwright';
import type { Apis, Wrongs } from '../Host.js';
import { look, seeNone, seeOne, seePart } from './look.js';
import { seeApart, seeUniqueIds } from './visitGateways.js';

/** Visits a page of two parts for one API. Each part has its own copy of the package. They may share React. */
export async function visitParts(page: Page, { first: api }: Apis): Promise<Wrongs> {
  const [shell, audit] = [page.locator('#shell'), page.locator('#audit')];
  const stacks = page.locator('[data-license-part="notices"]');
  return look([
    ['banner', async () => void (await seePart(page, 'banner', 'expired'))],
    ['panel', async () => void (await seePart(audit, 'panel', 'expired'))],
    ['panel', () => seeUniqueIds(page)],
    [
      '402',
      async () => {
        await audit.getByRole('button', { name: 'Export the audit log' }).click();
        await seeOne(audit.getByText('It failed with 402.'));
        await seeOne(page.locator('[data-license-part="notice"][data-entitlement="audit_export"]'));
        await seeOne(page.locator('main [data-license-part="notice"][data-entitlement="scim"]'));
        await shell.getByRole('button', { name: 'List the tenants' }).click();
        await seeOne(page.locator('[data-license-part="notice"][data-entitlement="multi_tenant"]'));
        await stacks.nth(1).waitFor();
        for (const width of [1280, 800, 360]) await seeApart(page, stacks, width);
        await page.setViewportSize({ width: 1280, height: 800 });
      },
    ],
    [
      'panel',
      async () => {
        await shell.locator('[data-license-part="banner"]').getByRole('link', { name: 'Renew license' }).click();
        await seeOne(audit.locator('[data-license-part="panel"]').getByRole('region', { name: 'Renew license' }));
        await seeUniqueIds(page);
      },
    ],
    [
      'banner',
      async () => {
        await api.restart({ scenario: 'active' });
        await audit.getByRole('button', { name: 'Check now' }).click();
        await seePart(audit, 'panel', 'active');
        // The other copy polls independently, and may still have the old license.
        await page.reload();
        await seePart(audit, 'panel', 'active');
        await seeNone(page.locator('[data-license-part="banner"]'));
        await seeNone(stacks);
      },
    ],
  ]);
}
