import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext } from 'playwright';

const FOLDER = '/fonts-of-the-pictures/';
const require = createRequire(import.meta.url);

// The demo uses Inter, and a system font for code. Both come from development dependencies, so that lines break at the same word
// on every machine.
const FACES = [
  ['Inter', require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')],
  ['Inter', require.resolve('@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2'), 'U+0100-02FF, U+1E00-1EFF, U+20A0-20CF'],
  ['SFMono-Regular', require.resolve('@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2')],
] as const;

// Debian fonts, see tools/support/prepare.ts. They are selected by name, because a machine may have several for a language.
const LOCAL = [
  ['Arabic', 400, 'Noto Sans Arabic'],
  ['Arabic', 700, 'Noto Sans Arabic Bold'],
  ['Japanese', 400, 'Noto Sans CJK JP'],
  ['Japanese', 700, 'Noto Sans CJK JP Bold'],
] as const;

const CSS = [
  ...FACES.map(
    ([family, , range = 'U+0000-FFFF'], at) =>
      `@font-face { font-family: "${family}"; font-weight: 100 900; src: url(${FOLDER}${at}); unicode-range: ${range}; }`,
  ),
  ...LOCAL.map(([family, weight, name]) => `@font-face { font-family: ${family}; font-weight: ${weight}; src: local("${name}"); }`),
  ':root { font-family: Inter, Arabic, Japanese, sans-serif; }',
  // Letters keep their designed widths, whatever hinting the machine uses.
  '* { text-rendering: geometricPrecision !important; }',
].join('\n');

/** Gives the pages of a context the same fonts on every machine. */
export async function pinFonts(context: BrowserContext): Promise<void> {
  await context.route(`**${FOLDER}*`, (route) => {
    const face = FACES[Number(route.request().url().split('/').at(-1))];
    return face === undefined ? route.abort() : route.fulfill({ body: readFileSync(face[1]), contentType: 'font/woff2' });
  });
  await context.addInitScript((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, CSS);
}
