import type { Locator, Page } from 'playwright';
import type { Apis, Wrongs } from '../Host.js';
import { look, seeNone, seeOne, seePart } from './look.js';

/** Visits a page with two APIs. Each section must show its own license, and must not cover the other. */
export async function visitGateways(page: Page, { first, second }: Apis): Promise<Wrongs> {
  const [europe, america] = ['Europe', 'America'].map((name) => page.getByRole('region', { name, exact: true })) as [Locator, Locator];
  const stacks = page.locator('[data-license-part="notices"]');
  const ask = (section: Locator) => section.getByRole('button', { name: 'Export the audit log' }).click();
  await second.restart({ scenario: 'grace' });
  // The page may have fetched the license before the restart.
  await page.reload();
  return look([
    ['banner', async () => void (await seePart(europe, 'banner', 'expired'))],
    ['banner', async () => void (await seePart(america, 'banner', 'grace'))],
    ['panel', async () => void (await seePart(europe, 'panel', 'expired'))],
    ['panel', async () => void (await seePart(america, 'panel', 'grace'))],
    ['panel', () => seeUniqueIds(page)],
    ['banner', () => seeOwnMemory(page)],
    [
      '402',
      async () => {
        await ask(europe);
        await seeOne(europe.getByText('It failed with 402.'));
        await ask(america);
        await seeOne(america.getByText('It works.'));
        await seeOne(stacks);
        await seeOne(europe.locator('[data-license-part="notice"][data-entitlement="scim"]'));
        await seeNone(america.locator('[data-license-part="notice"]'));
      },
    ],
    [
      '402',
      async () => {
        await second.restart({ scenario: 'expired' });
        await ask(america);
        await seeOne(america.getByText('It failed with 402.'));
        await seePart(america, 'panel', 'expired');
        await stacks.nth(1).waitFor();
        for (const width of [1280, 800, 360]) await seeApart(page, stacks, width);
      },
    ],
    [
      'panel',
      async () => {
        await america.locator('[data-license-part="banner"]').getByRole('link', { name: 'Renew license' }).click();
        await seeOne(america.locator('[data-license-part="panel"]').getByRole('region', { name: 'Renew license' }));
        await seeNone(europe.locator('[data-license-part="panel"]').getByRole('region', { name: 'Renew license' }));
      },
    ],
    [
      'banner',
      async () => {
        await first.restart({ scenario: 'active' });
        await europe.getByRole('button', { name: 'Check now' }).click();
        await seePart(europe, 'panel', 'active');
        await seeNone(europe.locator('[data-license-part="banner"]'));
        await seePart(america, 'banner', 'expired');
        await seeOne(stacks);
      },
    ],
  ]);
}

/** Checks that the two stacks of notices do not overlap in a window of this width. */
export async function seeApart(page: Page, stacks: Locator, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  // The stacks move into place with an animation.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const boxes = await stacks.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON()));
  const [a, b] = boxes;
  const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  if (!apart) throw new Error(`At ${width} px one stack of notices covers the other: ${JSON.stringify(boxes)}.`);
}

/** Checks that every id is unique. A duplicate id could attach a label to the wrong element. */
export async function seeUniqueIds(page: Page): Promise<void> {
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0) throw new Error(`There are two elements with the id ${twice.join(', ')}.`);
}

async function seeOwnMemory(page: Page): Promise<void> {
  const stored = await page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, value]) =>
      key.startsWith('alexandria-license:') ? [`${key} ${JSON.parse(value).state}`] : [],
    ),
  );
  const expected = ['alexandria-license:/america grace', 'alexandria-license:/europe expired'];
  if (stored.sort().join() !== expected.join()) throw new Error(`The storage holds ${stored.join(', ') || 'nothing'}.`);
}
