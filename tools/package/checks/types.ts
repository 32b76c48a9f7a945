import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Check } from '../Check.js';
import type { InstalledPackage } from '../installPackage.js';
import { hostFiles } from './entries.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const COMPILERS = {
  '5.4': join(hostFiles, 'node_modules/typescript/bin/tsc'),
  '6.0': join(ROOT, 'node_modules/typescript/bin/tsc'),
};
const RESOLUTIONS = { bundler: 'esnext', node16: 'node16', nodenext: 'nodenext' };

/** Type-checks a strict host app, with the declarations of its libraries, in each configuration that host apps use. */
export const typeChecks: readonly Check[] = (['5.4', '6.0'] as const).flatMap((version) =>
  (['bundler', 'node16', 'nodenext'] as const).flatMap((resolution) =>
    [true, false].map((exact) => ({
      name: `TypeScript ${version} accepts the types, ${resolution}, exactOptionalPropertyTypes ${exact ? 'on' : 'off'}`,
      slow: version === '5.4' ? resolution !== 'nodenext' || exact : resolution !== 'bundler' || !exact,
      wrong: (installed: InstalledPackage) => typeCheck(installed, version, resolution, exact),
    })),
  ),
);

async function typeCheck(
  { host }: InstalledPackage,
  version: keyof typeof COMPILERS,
  resolution: keyof typeof RESOLUTIONS,
  exact: boolean,
): Promise<readonly string[]> {
  mkdirSync(join(host, 'src'), { recursive: true });
  for (const file of readdirSync(hostFiles).filter((name) => /\.tsx?$/.test(name)))
    copyFileSync(join(hostFiles, file), join(host, 'src', file));
  const config = join(host, `tsconfig.${version}.${resolution}.${exact}.json`);
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: RESOLUTIONS[resolution],
    moduleResolution: resolution,
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: exact,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, include: ['src'] }));
  try {
    await promisify(execFile)(process.execPath, [COMPILERS[version], '-p', config, '--pretty', 'false'], { cwd: host });
    return [];
  } catch (error) {
    return String(Object(error).stdout).trim().split('\n');
  }
}
