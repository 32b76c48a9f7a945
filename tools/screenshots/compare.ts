import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import type { Box, Layout } from './readLayout.js';

/** The expected picture as stored: its boxes, and for some pictures its paints and a thumbnail. */
export type Stored = {
  readonly boxes: Layout['boxes'];
  readonly paints?: Layout['paints'];
  readonly thumbnail?: Buffer;
};

/** A difference in words, with its place in the picture if the element is there. */
export type Difference = { readonly words: string; readonly place?: Box };

const SCALE = 5;
// On another machine, text is slightly wider or taller, and lines add up. A change of 4 px in one place is more than that.
const SLACK_PX = 2;
const SLACK_SHARE = 0.005;
// Thumbnails are for review by eye. Comparing them only detects components that are covered or missing.
const PIXELS_SHARE = 0.01;
const PIXEL_THRESHOLD = 0.2;

/** Returns a picture at a fifth of its width, in a few kB. */
export async function thumbnailOf(png: Buffer): Promise<Buffer> {
  const { width = SCALE } = await sharp(png).metadata();
  return sharp(png)
    .resize({ width: Math.round(width / SCALE) })
    .webp({ quality: 60, effort: 6 })
    .toBuffer();
}

/** Returns the differences between a picture and the expected one, beyond those between machines. */
export async function compare(
  stored: Stored,
  { png, layout }: { readonly png: Buffer; readonly layout: Layout },
): Promise<readonly Difference[]> {
  // Boxes come last, because one shift near the top moves many of them.
  return [
    ...(stored.thumbnail ? await comparePixels(stored.thumbnail, png) : []),
    ...(stored.paints ? comparePaints(stored.paints, layout.paints) : []),
    ...compareBoxes(stored.boxes, layout),
  ];
}

/** Returns the picture with a frame around each difference. */
export async function markDifferences(png: Buffer, differences: readonly Difference[]): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const frames = differences.flatMap(({ place }) => {
    if (place === undefined) return [];
    const [x, y, w, h] = place;
    return [`<rect x="${x - 2}" y="${y - 2}" width="${w + 4}" height="${h + 4}" fill="none" stroke="#f0f" stroke-width="2"/>`];
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${frames.join('')}</svg>`;
  return sharp(png)
    .composite([{ input: Buffer.from(svg) }])
    .png({ palette: true })
    .toBuffer();
}

function compareBoxes(expected: Layout['boxes'], { boxes, places }: Layout): readonly Difference[] {
  const gone = Object.keys(expected).filter((name) => !(name in boxes));
  const changed = Object.entries(boxes).flatMap(([name, box]): Difference[] => {
    const before = expected[name];
    const place = places[name] ?? box;
    if (before === undefined) return [{ words: `new: ${name}`, place }];
    const moved = (['left', 'top', 'width', 'height'] as const).flatMap((side, at) => {
      const [from, to] = [before[at] ?? 0, box[at] ?? 0];
      return Math.abs(to - from) > SLACK_PX + SLACK_SHARE * Math.abs(from) ? [`${side} ${from} → ${to} px`] : [];
    });
    return moved.length > 0 ? [{ words: `${name}: ${moved.join(', ')}`, place }] : [];
  });
  return [...gone.map((name) => ({ words: `gone: ${name}` })), ...changed];
}

function comparePaints(expected: Layout['paints'], paints: Layout['paints']): readonly Difference[] {
  return Object.entries(paints).flatMap(([kind, paint]) => {
    const before = expected[kind];
    return before === undefined || before === paint ? [] : [{ words: `${kind}: ${before} → ${paint}` }];
  });
}

async function comparePixels(thumbnail: Buffer, png: Buffer): Promise<readonly Difference[]> {
  const before = await sharp(thumbnail).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = before.info;
  const after = await sharp(png).resize({ width, height, fit: 'fill' }).ensureAlpha().raw().toBuffer();
  const count = pixelmatch(before.data, after, undefined, width, height, { threshold: PIXEL_THRESHOLD });
  const share = count / (width * height);
  return share > PIXELS_SHARE ? [{ words: `${(100 * share).toFixed(1)} % of the thumbnail` }] : [];
}
