import { isLicenseError } from '../../src/license/LicenseError.js';

/** Thrown if a command is called with invalid arguments. */
export class UsageError extends Error {}

/** Runs a command. `--help` prints its usage. Misuse prints a message and the usage, and exits with 2. */
export async function runCommand(usage: string, run: () => Promise<void>): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    return;
  }
  try {
    await run();
  } catch (error) {
    const misuse = error instanceof UsageError || isLicenseError(error) || hasCode(error, 'ERR_PARSE_ARGS');
    if (hasCode(error, 'EADDRINUSE')) console.error('The port is taken; choose another with --port, or leave it out for a free one.');
    else if (misuse && error instanceof Error) console.error(`${error.message}\n\n${usage}`);
    else throw error;
    process.exitCode = 2;
  }
}

function hasCode(error: unknown, start: string): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith(start);
}
