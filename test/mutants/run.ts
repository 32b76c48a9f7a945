import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { NAMED_BREAKS } from './named.js';
import { isRoom, ROOMS } from './rooms.js';
import { tryNamed } from './tryNamed.js';

// Without `--named`: StrykerJS changes contract, status and verifier (or the room that `--only` names) in every way it knows, and prints the
// score and what survived. With it: applies each named break (or those with `--only` in their name or file) to a copy of the project and runs
// the tests that must notice; fails where they stay green.

const { values } = parseArgs({ options: { named: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } });
if (!values.named) {
  const mutate = values.only === '' ? [] : ['--mutate', `src/${values.only}/**/*.ts`];
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...mutate];
  process.exit(spawnSync(process.execPath, stryker, { stdio: 'inherit' }).status ?? 1);
}

const breaks = NAMED_BREAKS.filter(({ name, file }) => name.includes(values.only) || file.includes(values.only));
const green: string[] = [];
const start = Date.now();
await tryNamed(breaks, ({ broken: { name, tests }, red }) => {
  console.log(red === null ? `GREEN  ${name}  (${tests})` : `red    ${name}\n         ${tests}: ${red}`);
  if (red === null) green.push(name);
});
console.log(`\n${breaks.length - green.length} of ${breaks.length} named breaks turn a test red, in ${Math.round((Date.now() - start) / 1_000)} s`);
for (const name of green) console.log(`  green: ${name}`);
process.exit(green.length === 0 ? 0 : 1);
