import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judgeSurvivors } from './judgeSurvivors.js';
import { NAMED_BREAKS } from './named.js';
import { isRoom, ROOMS, type Room } from './rooms.js';
import { tryNamed } from './tryNamed.js';

// Without `--named`: StrykerJS changes contract, status and verifier (or the room that `--only` names) in every way it knows; prints the score,
// and fails where something survived without an explanation in `survivors.ts`. `--incremental` keeps what code and tests that have not changed
// have shown.
// With it: applies each named break (or those that `--only` matches, by name, file or tests) to a copy of the project and runs the tests that
// must notice; fails where they stay green.

const { values } = parseArgs({
  options: {
    named: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    incremental: { type: 'boolean', default: false },
  },
});
process.exit(values.named ? await breakByName(new RegExp(values.only)) : changeRooms(values.only));

async function breakByName(only: RegExp): Promise<number> {
  const breaks = NAMED_BREAKS.filter(({ name, file, tests }) => [name, file, tests].some((part) => only.test(part)));
  const green: string[] = [];
  const start = Date.now();
  await tryNamed(breaks, ({ broken: { name, tests }, red }) => {
    console.log(red === null ? `GREEN  ${name}  (${tests})` : `red    ${name}\n         ${tests}: ${red}`);
    if (red === null) green.push(name);
  });
  const seconds = Math.round((Date.now() - start) / 1_000);
  console.log(`\n${breaks.length - green.length} of ${breaks.length} named breaks turn a test red, in ${seconds} s`);
  for (const name of green) console.log(`  green: ${name}`);
  return green.length === 0 && breaks.length > 0 ? 0 : 1;
}

function changeRooms(only: string): number {
  const known = Object.keys(ROOMS).filter(isRoom);
  const rooms = known.filter((room) => only === '' || room === only);
  if (rooms.length === 0) throw new Error(`There is no room "${only}": ${known.join(', ')}.`);
  const changed = rooms.map(changeRoom);
  console.log(`\n${changed.map(({ told }) => told).join('\n')}`);
  return changed.some(({ unexplained }) => unexplained > 0) ? 1 : 0;
}

function changeRoom(room: Room): { readonly told: string; readonly unexplained: number } {
  const incremental = values.incremental ? ['--incremental', '--incrementalFile', `node_modules/.cache/mutants-${room}.json`] : [];
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', `src/${room}/**/*.ts`, ...incremental];
  const { status } = spawnSync(process.execPath, stryker, { stdio: 'inherit', env: { ...process.env, MUTATED_ROOM: room } });
  if (status !== 0) throw new Error(`StrykerJS has failed in ${room}.`);
  const { total, leftOut, killed, explained, unexplained, outdated } = judgeSurvivors(
    JSON.parse(readFileSync('node_modules/.cache/mutants.json', 'utf8')),
  );
  const told = [
    `${room}: ${killed} of ${total} killed (${((100 * killed) / total).toFixed(1)} %), survivors explained: ${explained}, unexplained: ${unexplained.length}; static ones, left out: ${leftOut}`,
    ...unexplained.map(({ file, line, original, replacement }) => `  ${file}:${line}  ${original}  →  ${replacement}`),
    ...outdated.map(({ file, original, replacement }) => `  explained, and survives no more: ${file}  ${original}  →  ${replacement}`),
  ].join('\n');
  return { told, unexplained: unexplained.length };
}
