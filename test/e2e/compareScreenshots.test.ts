import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumOptions } from '../../tools/support/chromium.js';
import { openView } from '../../tools/support/views/openView.js';
import { type ServedDemo, serveDemo } from '../../tools/support/views/serveDemo.js';
import { views } from '../../tools/support/views/views.js';
import { compare, type Difference, type Stored, thumbnailOf } from '../../tools/screenshots/compare.js';
import { takePicture, WIDE } from '../../tools/screenshots/takePictures.js';

const LOOK = { theme: 'light', direction: 'ltr', width: WIDE } as const;
const view = views.find(({ name }) => name === 'license-grace') ?? raise();

// Flags and font settings that make another machine render letters differently.
const FLAGS = ['--font-render-hinting=none', '--disable-lcd-text', '--disable-font-subpixel-positioning'];
const SETTINGS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include><match target="pattern">
<edit name="hinting" mode="assign"><bool>true</bool></edit><edit name="autohint" mode="assign"><bool>true</bool></edit>
<edit name="hintstyle" mode="assign"><const>hintfull</const></edit><edit name="rgba" mode="assign"><const>rgb</const></edit></match></fontconfig>`;

let browser: Browser;
let demo: ServedDemo;
let stored: Stored;
let page: Page;

beforeAll(async () => {
  [browser, demo] = await Promise.all([chromium.launch(chromiumOptions()), serveDemo()]);
  page = await openView(browser, demo.url, view, LOOK);
  const { png, layout } = await takePicture(page, view, LOOK);
  stored = { boxes: layout.boxes, paints: layout.paints, thumbnail: await thumbnailOf(png) };
});
afterAll(async () => {
  await browser.close();
  await demo.close();
});

function raise(): never {
  throw new Error('There is no such view.');
}

async function differencesOf(shown: Page): Promise<readonly Difference[]> {
  return compare(stored, await takePicture(shown, view, LOOK));
}

describe('the comparison with a stored screenshot', () => {
  it('finds no difference when the page has not changed', async () => {
    expect(await differencesOf(page)).toEqual([]);
  });

  const folder = mkdtempSync(join(tmpdir(), 'license-ui-'));
  const settings = join(folder, 'fonts.conf');
  writeFileSync(settings, SETTINGS);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ...FLAGS.map((flag) => [flag, [flag], {}] as const),
    ['all flags', FLAGS, {}] as const,
    ['font settings for hinting and colour', [], { FONTCONFIG_FILE: settings }] as const,
  ])('finds no difference when letters are rendered differently: %s', async (_, flags, env) => {
    const options = chromiumOptions();
    const other = await chromium.launch({ ...options, args: [...options.args, ...flags], env: { ...process.env, ...env } });
    try {
      expect(await differencesOf(await openView(other, demo.url, view, LOOK))).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('the screenshot of a changed page', () => {
  // A fresh page for each test: after a minute its text changes.
  beforeEach(async () => {
    await page.context().close();
    page = await openView(browser, demo.url, view, LOOK);
  });
  const PANEL = '[data-license-part="panel"]';

  it.each([
    ['a border that is missing', `${PANEL} { border-color: transparent !important }`, 'panel: '],
    ['an edge that is missing', '[data-license-part="banner"] { border-block-end-color: transparent !important }', 'banner: '],
    ['another colour', `${PANEL} h2 { color: #b01530 !important }`, 'h2: '],
    ['an element that is hidden', `${PANEL} [data-entitlement="oidc"] { visibility: hidden }`, 'gone: code “oidc”'],
    ['an element that is not there', `${PANEL} [data-entitlement="oidc"] { display: none !important }`, 'gone: code “oidc”'],
    ['another font size', `${PANEL} h2 { font-size: 20px !important }`, 'h2: '],
    [
      'something that covers it',
      `${PANEL} { position: relative } ${PANEL}::after { position: absolute; inset: 0; background: white; content: "" }`,
      ' % of the thumbnail',
    ],
  ])('differs by %s', async (_, css, words) => {
    const style = await page.addStyleTag({ content: css });
    const differences = await differencesOf(page);
    await style.evaluate((element) => element.parentNode?.removeChild(element));
    expect(differences.map((difference) => difference.words).join('\n')).toContain(words);
    expect(await differencesOf(page)).toEqual([]);
  });

  it.each([4, -4])('differs by %d px of padding', async (step) => {
    const pad = (by: number) =>
      page.evaluate(
        ([selector, more]) => {
          const element = document.querySelector<HTMLElement>(selector);
          if (element) element.style.paddingBlockStart = `${Number.parseFloat(getComputedStyle(element).paddingBlockStart) + more}px`;
        },
        [`${PANEL} > :nth-child(2)`, by] as const,
      );
    await pad(step);
    const words = (await differencesOf(page)).map((difference) => difference.words);
    expect(words.filter((one) => /: top \d+ → \d+ px/.test(one))).not.toEqual([]);
    await pad(-step);
    expect(await differencesOf(page)).toEqual([]);
  });

  it('differs by another icon and by other words', async () => {
    await page.evaluate(() => {
      const icon = document.querySelector('[data-license-part="banner"] svg');
      if (icon) icon.innerHTML = '<path d="M0 0h9v9" />';
      const title = document.querySelector('[data-license-part="panel"] h2 bdi');
      if (title) title.textContent = 'Entreprise';
    });
    const words = (await differencesOf(page)).map((difference) => difference.words);
    expect(words).toContain('gone: bdi “Enterprise”');
    expect(words.filter((one) => /^(gone|new): icon/.test(one)).length).toBeGreaterThanOrEqual(2);
  });
});
