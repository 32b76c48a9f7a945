import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext } from 'playwright';

const FOLDER = '/fonts-of-the-pictures/';
const require = createRequire(import.meta.url);

// The demo asks for Inter, and its code for a face of the system's; both come with the development dependencies, so that a line
// breaks on every machine at the same word.
const FACES = [
  ['Inter', require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')],
  ['Inter', require.resolve('@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2'), 'U+0100-02FF, U+1E00-1EFF, U+20A0-20CF'],
  ['SFMono-Regular', require.resolve('@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2')],
] as const;

// These are Debian's, see tools/support/prepare.ts: by name, because a machine may have several that write the same.
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
  // As wide as they are designed, and not as the hints of a machine's settings make them.
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
