import { defineConfig } from 'vitest/config';
import { FOLDERS, isFolder } from './folders.js';

// Set by `run.ts`: the tests of the other folders cannot fail, so they are not run.
const folder = process.env['MUTATED_FOLDER'];
const folders = isFolder(folder) ? [FOLDERS[folder]] : Object.values(FOLDERS);

export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    environment: 'node',
    env: { UNDER_MUTATION: 'yes' },
    // Instrumented code is slow. StrykerJS itself ends a mutant that never returns.
    testTimeout: 60_000,
    include: folders.flatMap(({ tests }) => [...tests]),
  },
});
