import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { View } from '../support/views/views.js';
import { type Stored, thumbnailOf } from './compare.js';
import type { Box, Layout } from './readLayout.js';
import { NARROW, type Picture, WIDE } from './takePictures.js';

// Stores the approved pictures: a JSON file of boxes and colours for each view, and a few thumbnails.

const FOLDER = join(import.meta.dirname, 'expected');

type Page = {
  /** For each element name, its box in each of `LOOKS`; `null` if the element is absent. */
  readonly boxes: Readonly<Record<string, readonly (Box | null)[]>>;
  readonly paints: Readonly<Record<string, Layout['paints']>>;
};

// The layout is the same in both themes, and the colours in both directions.
const LOOKS = [`ltr ${WIDE}`, `ltr ${NARROW}`, `rtl ${WIDE}`, `rtl ${NARROW}`];

/** Reads the expected picture; `null` if there is none. */
export function readStored(picture: Picture): Stored | null {
  const path = pathOf(picture.view);
  if (!existsSync(path)) return null;
  const { boxes, paints }: Page = JSON.parse(readFileSync(path, 'utf8'));
  const at = LOOKS.indexOf(lookOf(picture));
  const own = Object.entries(boxes).flatMap(([name, each]) => (each[at] ? [[name, each[at]] as const] : []));
  const painted = hasPaints(picture) ? paints[picture.theme] : undefined;
  const thumbnail = hasThumbnail(picture) ? readThumbnail(picture) : undefined;
  return { boxes: Object.fromEntries(own), ...(painted ? { paints: painted } : {}), ...(thumbnail ? { thumbnail } : {}) };
}

/** Reads the expected thumbnail; `undefined` if there is none. */
export function readThumbnail({ name }: Picture): Buffer | undefined {
  const path = join(FOLDER, `${name}.webp`);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Replaces the expected pictures of one view. */
export async function store(view: View, pictures: readonly Picture[]): Promise<void> {
  const light = pictures.filter(({ theme }) => theme === 'light');
  const names = new Set(light.flatMap(({ layout }) => Object.keys(layout.boxes)));
  const layouts = LOOKS.map((look) => light.find((picture) => lookOf(picture) === look)?.layout.boxes);
  const boxes = Object.fromEntries([...names].map((name) => [name, layouts.map((each) => each?.[name] ?? null)]));
  const paints = Object.fromEntries(pictures.filter(hasPaints).map(({ theme, layout }) => [theme, layout.paints]));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(pathOf(view), write({ boxes, paints }));
  for (const picture of pictures.filter(hasThumbnail)) writeFileSync(join(FOLDER, `${picture.name}.webp`), await thumbnailOf(picture.png));
}

/** Returns the names of stored views that are not in `views`. */
export function storedBeside(views: readonly View[]): readonly string[] {
  if (!existsSync(FOLDER)) return [];
  const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []));
  return names.filter((name) => !views.some((view) => view.name === name));
}

/** Deletes all expected pictures. */
export function clearStore(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

function pathOf({ name }: View): string {
  return join(FOLDER, `${name}.json`);
}

function lookOf({ direction, width }: Picture): string {
  return `${direction} ${width}`;
}

function hasPaints({ direction, width, view }: Picture): boolean {
  return width === WIDE && (direction === 'ltr' || view.query['lang'] === 'ar');
}

// Enough to see a view in each theme and in each direction.
function hasThumbnail({ theme, direction, width, view }: Picture): boolean {
  if (view.group === 'languages') return false;
  return direction === 'ltr' ? width === WIDE : width === NARROW && theme === 'light';
}

// One line for each element, so that a diff shows which elements changed.
function write({ boxes, paints }: Page): string {
  const lines = (from: Readonly<Record<string, unknown>>) =>
    Object.entries(from)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const themes = Object.entries(paints).map(([theme, own]) => `  ${JSON.stringify(theme)}: {\n${lines(own)}\n  }`);
  return `{\n"boxes": {\n${lines(boxes)}\n},\n"paints": {\n${themes.join(',\n')}\n}\n}\n`;
}
