import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './Person.js';
import type { ServedDashboard } from './serveDashboard.js';

// What is looked at by eye; a width is that of a frame.
const PICTURES = [
  ['grace-light', 'grace', '&theme=light'],
  ['grace-dark', 'grace', '&theme=dark'],
  ['expiring-ja-light', 'expiring', '&theme=light&lang=ja'],
  ['expired-ar-dark', 'expired', '&theme=dark&lang=ar'],
  ['renewal-light-320', 'expired', '&theme=light', 320],
  ['renewal-dark-1280', 'expired', '&theme=dark', 1_280],
] as const;

/** Takes pictures of banner and panel into a folder. */
export async function takePictures(person: Person, { alexandria }: ServedDashboard, folder: string, engine: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, scenario, look, width] of PICTURES) {
    await alexandria.restart({ scenario });
    await person.resize(1_300, 1_300);
    const search = `?page=license&controls=none${look}`;
    await (width === undefined ? person.open(search) : person.openFramed(search, width));
    await person.sees(({ freshness, panel }) => freshness === 'fresh' && panel !== '');
    await person.resize(1_300, 1_300);
    writeFileSync(join(folder, `${engine}-${name}.png`), await person.screenshot());
  }
}
