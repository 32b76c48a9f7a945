import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { Check } from '../Check.js';
import { packAgain } from '../installPackage.js';

const ATTW = join(dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js');

/** Checks by third-party tools. */
export const toolChecks: readonly Check[] = [
  {
    name: 'publint reports nothing',
    wrong: async ({ folder, manifest }) => {
      const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
      return messages.map((message) => `${message.type}: ${formatMessage(message, { ...manifest }, { color: false })}`);
    },
  },
  {
    name: 'attw reports nothing',
    slow: true,
    wrong: async (installed) => {
      const css = Object.keys(installed.manifest.exports).filter((entry) => entry.endsWith('.css'));
      const options = ['--profile', 'esm-only', '--no-definitely-typed', '--format', 'ascii', '--no-color', '--no-emoji'];
      try {
        await promisify(execFile)(process.execPath, [ATTW, packAgain(installed), ...options, '--exclude-entrypoints', ...css]);
        return [];
      } catch (error) {
        return String(Object(error).stdout).trim().split('\n');
      }
    },
  },
];
