import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './Person.js';
import type { ServedDashboard } from './serveDashboard.js';

/** The folder of the pictures. */
export const FOLDER = 'screenshots/engines';

// Pictures for review by eye. With a width, the page is in a frame, and shows this step of the renewal.
const PICTURES = [
  ['grace-light', 'grace', '&theme=light'],
  ['grace-dark', 'grace', '&theme=dark'],
  ['expiring-ja-light', 'expiring', '&theme=light&lang=ja'],
  ['expired-ar-dark', 'expired', '&theme=dark&lang=ar'],
  ['renewal-get-light-320', 'expired', '&theme=light', 320, 1],
  ['renewal-apply-light-320', 'expired', '&theme=light', 320, 3],
  ['renewal-check-dark-1280', 'expired', '&theme=dark', 1_280, 2],
] as const;

/** Takes pictures of banner and panel. */
export async function takePictures(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, scenario, look, width, step] of PICTURES) {
    await alexandria.restart({ scenario });
    const search = `?page=license&controls=none${look}`;
    await (width === undefined ? person.open(search) : person.openFramed(search, width));
    await person.sees(({ freshness, panel }) => freshness === 'fresh' && panel !== '');
    if (step !== undefined) await person.show(step);
    writeFileSync(join(FOLDER, `${person.engine}-${name}.png`), await person.screenshot());
  }
}
