import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Reads the options of a command. Prints `help` and exits for `--help`, and exits with code 2 for an option that does not exist. */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(help: string, options: T) {
  try {
    if (process.argv.includes('--help')) {
      console.log(help);
      process.exit(0);
    }
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exit(2);
  }
}
