import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { buildDashboard } from '../support/dashboardFiles.js';
import { ENGINES, type Engine, engines } from '../support/engines.js';
import { installFonts } from '../support/installFonts.js';
import { launchEngine } from '../support/launchEngine.js';
import { Person } from './Person.js';
import { type ServedDashboard, serveDashboard } from './serveDashboard.js';
import { steps } from './steps.js';
import { type EngineRun, reportOutcomes } from './reportOutcomes.js';
import { readOptions } from '../support/readOptions.js';

const STEP_MS = 180_000;
// Wide enough for the widest frame, and high enough that no notice covers a control.
const WINDOW = [1_320, 1_300] as const;

const HELP = `Runs the same user journey in Chromium, Firefox and WebKit: the built dashboard against the mock API over HTTP.

  npm run engines -- [--only chromium,firefox] [--step WORDS]

  --only ENGINES   only these; a missing engine is an error
  --step WORDS     only the steps with these words in their names

Installs missing engines on Debian as root. Writes screenshots to screenshots/engines/.`;

const values = readOptions(HELP, { only: { type: 'string', default: ENGINES.join(',') }, step: { type: 'string', default: '' } });
const names = values.only.toLowerCase().split(',');
const unknown = names.find((name) => !ENGINES.some((engine) => engine.toLowerCase() === name));
if (unknown !== undefined) {
  console.error(`There is no engine "${unknown}"; there are: ${ENGINES.join(', ')}.`);
  process.exit(2);
}
const chosen = steps.filter(({ name }) => name.includes(values.step));
if (chosen.length === 0) {
  console.error(`There is no step with "${values.step}" in its name; there are:\n${steps.map(({ name }) => name).join('\n')}`);
  process.exit(2);
}
const wanted = ENGINES.filter((engine) => names.includes(engine.toLowerCase()));
for (const engine of wanted.filter((each) => !engines[each].isHere())) engines[engine].install();
installFonts();

// Exits on a signal, so that the exit handlers stop the started processes.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const files = buildDashboard();
process.once('exit', () => rmSync(files, { recursive: true, force: true }));
const runs: EngineRun[] = [];
for (const engine of wanted.filter((each) => engines[each].isHere())) {
  const dashboard = await serveDashboard(files);
  const began = performance.now();
  try {
    runs.push(await runIn(engine, dashboard));
    console.log(`${engine} took ${Math.round((performance.now() - began) / 1_000)} s.`);
  } finally {
    await dashboard.close();
  }
}
const { lines, right } = reportOutcomes(wanted, runs);
for (const line of lines) console.log(line);
process.exit(right ? 0 : 1);

async function runIn(engine: Engine, dashboard: ServedDashboard): Promise<EngineRun> {
  const outcomes = new Map<string, string | null>();
  const driver = await launchEngine(engine).catch((error: unknown) => {
    outcomes.set('it starts', String(error));
  });
  if (!driver) return { engine, runtime: engine, outcomes };
  outcomes.set('it starts', null);
  try {
    const person = new Person(driver, dashboard.url);
    for (const { name, take } of chosen) {
      const outcome = await outcomeOf(async () => {
        await person.resize(...WINDOW);
        await take(person, dashboard);
        const problems = await person.problems();
        if (problems.length > 0) throw new Error(`Uncaught in the page: ${problems.join('; ')}`);
      });
      outcomes.set(name, outcome);
      console.log(`${engine}  ${outcome === null ? 'right' : 'WRONG'}  ${name}${outcome === null ? '' : `\n  ${outcome}`}`);
    }
  } finally {
    await driver.close();
  }
  return { engine, runtime: driver.runtime, outcomes };
}

async function outcomeOf(work: () => Promise<void>): Promise<string | null> {
  const late = once(AbortSignal.timeout(STEP_MS), 'abort').then(() => {
    throw new Error(`The step did not finish within ${STEP_MS / 1_000} s.`);
  });
  late.catch(() => undefined);
  try {
    await Promise.race([work(), late]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  }
}
