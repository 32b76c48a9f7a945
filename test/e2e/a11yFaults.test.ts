import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumOptions } from '../../tools/support/chromium.js';
import { callInPage } from '../../tools/support/views/callInPage.js';
import { axeFaults } from '../../tools/a11y/axeFaults.js';
import { faultsIn } from '../../tools/a11y/combinations.js';
import { printFaults, targetFaults, textFaults } from '../../tools/a11y/layoutFaults.js';

const CODE = new URL('../../tools/a11y/layoutFaults.ts', import.meta.url);
const find = {
  axe: axeFaults,
  text: (page: Page) => callInPage(page, CODE, textFaults),
  targets: (page: Page) => callInPage(page, CODE, targetFaults),
  print: (page: Page) => callInPage(page, CODE, printFaults),
};

// Markup like that of our parts. Each test adds a fault with a style sheet.
const PAGE = `<!doctype html><html lang="en"><title>Page</title>
<style>button { min-height: 2rem; display: inline-block } .heard { position: absolute; inline-size: 1px; overflow: hidden; clip-path: inset(50%) }
@media print { button { display: none } } .scrolls { overflow: auto; max-inline-size: 5rem; white-space: nowrap }</style>
<main><h1>Page</h1>
<section data-license-part="panel" aria-label="License"><h2>License</h2><p class="one">Expires in five days</p><p class="two">On <time>1 May 2027</time></p>
<p>It ends, as <a href="#why">the contract</a> says.</p><div class="scrolls" tabindex="0">What scrolls may be as long as it likes</div><p class="heard">Heard and not seen</p>
<button>Check</button><br><button class="second">Renew</button></section></main>`;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions());
});
afterAll(() => browser.close());

const SMALL = 'button { display: block; min-height: 0; height: 14px; padding: 0; border: 0 } br { display: none }';

describe('the accessibility checks', () => {
  it.each([
    [
      'text',
      'text that its box cuts off',
      '.one { overflow: hidden; width: 3rem; white-space: nowrap }',
      'cut off: p.one “Expires in five days”',
    ],
    ['text', 'text that is cut off below', '.one { overflow: clip; height: 0.5rem }', 'cut off: p.one “Expires in five days”'],
    ['text', 'text beyond the window', '.one { position: absolute; left: -2rem }', 'cut off: p.one “Expires in five days”'],
    ['text', 'text over other text', '.two { margin-top: -2rem }', 'overlapping: p.one “Expires in five days” and p.two “On 1 May 2027”'],
    ['text', 'a page that scrolls sideways', '.one { width: 2000px }', 'px, for p.one “Expires in five days”'],
    ['targets', 'targets that are small and close', SMALL, 'px: button “Check”'],
    ['axe', 'targets that are small and close, by axe', SMALL, 'axe target-size: <button>Check</button>'],
    ['axe', 'a contrast that is too low', '.one { color: #bbb }', 'axe color-contrast: <p class="one">'],
    ['print', 'a button on paper', '@media print { .second { display: inline } }', 'printed: button.second “Renew”'],
    ['print', 'a panel that is not on paper', '@media print { section { display: none } }', 'not printed: section.panel “License”'],
  ] as const)('find with %s: %s', async (by, _, css, fault) => {
    const page = await browser.newPage();
    await page.setContent(PAGE);
    if (by === 'print') await page.emulateMedia({ media: 'print' });
    const before = await find[by](page);
    expect(before).toEqual(by === 'print' ? ['printed: a “the contract”'] : []);
    await page.addStyleTag({ content: css });
    expect((await find[by](page)).join('\n')).toContain(fault);
    await page.close();
  });

  it('find text that is cut off only while its spacing is widened', async () => {
    const page = await browser.newPage();
    await page.setContent(PAGE);
    await page.addStyleTag({ content: '.one { height: 1em; overflow: hidden; line-height: 1 }' });
    const look = { name: 'probe', direction: 'ltr', media: { colorScheme: 'light' }, width: 1_100, faults: [find.text] } as const;
    expect(await faultsIn(page, look)).toEqual([]);
    expect(await faultsIn(page, { ...look, spacing: true })).toEqual(['cut off: p.one “Expires in five days”']);
    expect(await faultsIn(page, look)).toEqual([]);
    await page.close();
  });
});
