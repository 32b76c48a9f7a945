import { defineConfig } from 'vitest/config';
import { FOLDERS, isFolder } from './folders.js';

// Set by `run.ts`. The tests of other folders cannot kill these mutants.
const folder = process.env['MUTATED_FOLDER'];
const folders = isFolder(folder) ? [FOLDERS[folder]] : Object.values(FOLDERS);

export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    environment: 'node',
    env: { UNDER_MUTATION: 'yes' },
    // Instrumented code is slow. StrykerJS has its own limit for endless loops.
    testTimeout: 60_000,
    include: folders.flatMap(({ tests }) => [...tests]),
  },
});
