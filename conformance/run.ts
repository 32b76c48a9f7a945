import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runCommand, UsageError } from '../mocks/bin/runCommand.js';
import { checkConformance, type Report } from './checkConformance.js';
import { readTarget } from './readTarget.js';
import { writeReport } from './writeReport.js';

const USAGE = `ALEXANDRIA_TOKEN=… npm run conformance -- URL [--json] [--timeout SECONDS] [--member-token-env NAME] [--origin ORIGIN]
  Checks a running Alexandria API against the contract that this package takes for granted (docs/contract.md), point by point.
  URL is its base URL, path prefix included; ALEXANDRIA_TOKEN the session token of an admin, sent to that URL only and never printed.
  It sends nothing but GET, and follows no redirect. GET /admin/audit/export is asked only where it has to answer 402.
  --member-token-env  the environment variable with the token of a member: then it is checked that members are refused.
  --origin            the origin of a dashboard elsewhere, such as https://dashboard.example: then CORS is checked.
  --timeout           seconds to wait for each answer (default: 10).
  --json              the report as JSON.
  Ends with 0 where nothing differs, 1 where something does, 2 where it could not be run.`;

const EXIT_CODES = { fits: 0, differs: 1, 'not-run': 2 } as const;

// Keep the exit code if the reader closes the pipe, as `head` does.
process.stdout.on('error', () => undefined);

await runCommand(USAGE, async () => {
  const { values, positionals } = readArgs();
  const target = readTarget(positionals, values, process.env);
  const report = await checkConformance(target, { now: Date.now, wait: (ms) => wait(ms) }).catch(
    // An uncaught error would exit with 1, the code for a difference.
    (error: unknown): Report => ({ verdict: 'not-run', reason: `The command itself has failed.\n${Object(error).stack}` }),
  );
  process.exitCode = EXIT_CODES[report.verdict];
  const { baseUrl: url, origin } = target;
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
  const columns = Math.min(Math.max(process.stdout.columns ?? 110, 60), 120);
  if (values.json) console.log(JSON.stringify({ url, ...report }, null, 2));
  else if (report.verdict === 'not-run') console.error(`It could not be run. ${report.reason}`);
  else console.log(writeReport(url, report, origin, { columns, colour }));
});

function readArgs() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        timeout: { type: 'string', default: '10' },
        'member-token-env': { type: 'string' },
        origin: { type: 'string' },
      },
    });
  } catch {
    // Node's own message echoes the argument, which may be a token.
    throw new UsageError('An option is not one of these, lacks its value, or takes none.');
  }
}
