import { defineConfig } from 'vitest/config';
import { isRoom, ROOMS } from './rooms.js';

// `run.ts` says which room is changed: the tests of the others can't notice, and would be run all the same.
const room = process.env['MUTATED_ROOM'];

export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    environment: 'node',
    env: { UNDER_MUTATION: 'yes' },
    // Instrumented code on a busy machine; a mutant that never ends meets StrykerJS's own limit.
    testTimeout: 60_000,
    include: isRoom(room) ? [...ROOMS[room]] : Object.values(ROOMS).flat(),
  },
});
