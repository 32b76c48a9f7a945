import { parseArgs } from 'node:util';
import { faults } from '../faults.js';
import { parseFaultScript } from '../parseFaultScript.js';
import { isScenarioName, scenarios } from '../scenarios.js';
import { serveAlexandria } from '../serveAlexandria.js';
import { mintSessionToken } from '../sessionTokens.js';
import { startAlexandria } from '../startAlexandria.js';
import { runCommand, UsageError } from './runCommand.js';

const USAGE = `npm run api -- [--scenario NAME] [--fault SCRIPT] [--port N] [--cors]
  The mock Alexandria API over HTTP, on 127.0.0.1. A license key in LICENSE_KEY goes before the scenario.
  Scenarios: ${Object.keys(scenarios).join(', ')} (default: active).
  Faults: ${Object.keys(faults).join(', ')}; or a script of them, such as "503 for 40 s, then a new license".
  Port: a free one by default.`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'active' },
      fault: { type: 'string' },
      port: { type: 'string', default: '0' },
      cors: { type: 'boolean', default: false },
    },
  });
  const { scenario, cors, fault } = values;
  const port = Number(values.port);
  if (!isScenarioName(scenario)) throw new UsageError(`There is no scenario "${scenario}".`);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new UsageError(`"${values.port}" is no port.`);
  const licenseKey = process.env['LICENSE_KEY'];
  const log = (line: string) => console.log(line);
  const alexandria = await startAlexandria({
    scenario,
    log,
    ...(fault === undefined ? {} : { fault: parseFaultScript(fault) }),
    ...(licenseKey === undefined ? {} : { licenseKey }),
  });
  const server = await serveAlexandria(alexandria, { port, cors });
  console.log(`INFO listening on ${server.url}`);
  console.log(`\ncurl -s ${server.url}/admin/license -H "Authorization: Bearer ${await mintSessionToken('admin')}"`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      await server.close();
      console.log('INFO stopped');
      process.exit(0);
    });
  }
});
