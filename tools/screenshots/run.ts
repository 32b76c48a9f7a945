import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import sharp from 'sharp';
import { chromiumOptions } from '../support/chromium.js';
import { serveDemo } from '../support/views/serveDemo.js';
import { type View, views } from '../support/views/views.js';
import { compare, type Difference, markDifferences } from './compare.js';
import { galleryPage, type Shown } from './gallery.js';
import { clearStore, readStored, readThumbnail, store, storedBeside } from './store.js';
import { directionsOf, type Picture, takePictures } from './takePictures.js';
import { readOptions } from '../support/readOptions.js';

const FOLDER = 'screenshots';
// The file, and the height in pixels if only the top is shown.
const README_PICTURES: Readonly<Record<string, readonly [file: string, height?: number]>> = {
  'license-expiring-light': ['docs/images/license.png'],
  'notice-lapsed-light': ['docs/images/notice.png'],
  'renewal-4-kubernetes-light': ['docs/images/renewal.png', 1_220],
  'license-grace-dark-narrow': ['docs/images/phone.png', 1_130],
};

const HELP = `Takes a screenshot of every view: light, dark, both directions, wide and narrow. Updates those in the README.

  npm run screenshots -- [--check] [--update] [--only VIEW]

  --check    compares boxes, colours and thumbnails with tools/screenshots/expected/
  --update   replaces the expected ones
  --only     only views whose name contains VIEW

screenshots/index.html shows all of them and the differences. About five minutes.`;

const values = readOptions(HELP, { check: { type: 'boolean' }, update: { type: 'boolean' }, only: { type: 'string' } });
const chosen = views.filter(({ name }) => values.only === undefined || name.includes(values.only));
if (chosen.length === 0) {
  console.error(`There is no view "${values.only}". The views: ${views.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const shown: Shown[] = [];
const missing: string[] = [];

async function picture(browser: Browser, url: string, view: View): Promise<void> {
  const pictures: Picture[] = [];
  try {
    for (const direction of directionsOf(view)) pictures.push(...(await takePictures(browser, url, view, direction)));
  } catch (error) {
    missing.push(`${view.name} could not be shown: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  for (const one of pictures) {
    writeFileSync(join(FOLDER, `${one.name}.png`), one.png);
    const differences = values.check ? await check(one) : [];
    shown.push({ ...one, differences: differences.map(({ words }) => words), hasThumbnail: readThumbnail(one) !== undefined });
  }
  if (values.update) await store(view, pictures);
  console.log(`${view.name}: ${pictures.length} pictures`);
}

async function check(one: Picture): Promise<readonly Difference[]> {
  const stored = readStored(one);
  if (stored === null) return [{ words: 'there is no expected picture' }];
  const differences = await compare(stored, one);
  if (differences.length > 0) {
    writeFileSync(join(FOLDER, `${one.name}.diff.png`), await markDifferences(one.png, differences));
    if (stored.thumbnail) writeFileSync(join(FOLDER, `${one.name}.expected.webp`), stored.thumbnail);
  }
  return differences;
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
if (values.update && values.only === undefined) clearStore();
const started = performance.now();
const demo = await serveDemo();
const browser = await chromium.launch(chromiumOptions());
try {
  const jobs = [...chosen];
  const work = async () => {
    for (let view = jobs.shift(); view !== undefined; view = jobs.shift()) await picture(browser, demo.url, view);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
} finally {
  await browser.close();
  await demo.close();
}

shown.sort((a, b) => views.indexOf(a.view) - views.indexOf(b.view));
writeFileSync(join(FOLDER, 'index.html'), galleryPage(shown, values.check === true));
if (!values.check) {
  mkdirSync('docs/images', { recursive: true });
  for (const { name, width } of shown) {
    const [file, height] = README_PICTURES[name] ?? [];
    if (file === undefined) continue;
    const picture = sharp(join(FOLDER, `${name}.png`));
    await (height === undefined ? picture : picture.extract({ left: 0, top: 0, width, height })).png({ palette: true }).toFile(file);
  }
}
const wrong = [...missing];
if (values.check) {
  for (const { name, differences } of shown)
    if (differences.length > 0)
      wrong.push(`${name}: ${differences.slice(0, 5).join('; ')}${differences.length > 5 ? `; and ${differences.length - 5} more` : ''}`);
  for (const name of values.only === undefined ? storedBeside(views) : []) wrong.push(`${name} is stored, but there is no such view`);
}
for (const words of wrong) console.error(words);
console.log(`${shown.length} pictures in ${Math.round((performance.now() - started) / 1_000)} s: ${FOLDER}/index.html`);
if (values.check)
  console.log(
    wrong.length === 0
      ? 'No picture differs from the expected one.'
      : `${wrong.length} differ. "npm run screenshots -- --update" stores the new ones.`,
  );
process.exitCode = wrong.length > 0 ? 1 : 0;
