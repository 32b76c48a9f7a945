import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseExpiry } from '../../../mocks/mintLicenseKey.js';
import { isScenarioName } from '../../../mocks/scenarios.js';
import { parseFaultScript } from '../../../mocks/parseFaultScript.js';
import type { CodeBlock } from './codeBlocks.js';

const MANIFEST: { readonly scripts: Readonly<Record<string, string>>; readonly name: string } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
// Commands that a block may call. Others are not found, because PATH points to a missing folder.
const COMMANDS = ['npm', 'npx', 'curl', 'read', 'kill'];

/** Returns the errors in a shell block. Bash runs the block with each command replaced by a stub that prints its arguments. */
export function checkShell({ file, line, code }: CodeBlock): readonly string[] {
  const stubs = COMMANDS.map((name) => `${name}() { printf '%s\\037' "$BASH_LINENO" ${name} "$@" >&3; printf '\\036' >&3; }`).join('; ');
  const script = `PATH=/nowhere; set -eu; exec 3>&1 >/dev/null; ${stubs}\n${code}\n`;
  let calls: string;
  try {
    calls = execFileSync('bash', ['-c', script], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const stderr = String(Object(error).stderr);
    const at = Number(/line (\d+)/.exec(stderr)?.[1] ?? 2) - 2 + line;
    return [`${file}:${at}: ${stderr.trim()}`];
  }
  return calls
    .split('\u001e')
    .filter((call) => call !== '')
    .flatMap((call) => {
      const [at, command = '', ...given] = call.split('\u001f').slice(0, -1);
      return wrongCall(command, given).map((why) => `${file}:${Number(at) - 2 + line}: ${why}`);
    });
}

function wrongCall(command: string, given: readonly string[]): readonly string[] {
  if (command === 'npm') return wrongNpm(given);
  // The only JSON that the documents send controls the mock.
  const data = command === 'curl' && given.includes('-d') ? given[given.indexOf('-d') + 1] : undefined;
  return data === undefined ? [] : wrongOrder(JSON.parse(data));
}

function wrongOrder({ fault, scenario, expires }: { readonly [name: string]: string }): readonly string[] {
  return [
    ...(fault === undefined ? [] : wrong(() => parseFaultScript(fault))),
    ...(scenario === undefined ? [] : wrongValue('--scenario', scenario)),
    ...(expires === undefined ? [] : wrong(() => parseExpiry(expires, 0))),
  ];
}

function wrongNpm(given: readonly string[]): readonly string[] {
  const [verb = '', ...rest] = given.filter((word) => word !== '-s' && word !== '--silent');
  if (['ci', 'install', 'test'].includes(verb)) return [];
  if (verb !== 'run') return [`npm ${verb} is not checked`];
  const [name = '', dashes, ...args] = rest;
  const script = MANIFEST.scripts[name];
  if (script === undefined) return [`there is no "npm run ${name}"`];
  if (dashes !== undefined && dashes !== '--') return [`"npm run ${name}" is given ${dashes} without -- before it`];
  const file = /\S+\.ts$/.exec(script)?.[0];
  const source = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
  const flags = args.flatMap((arg) => /^--([a-z-]+)/.exec(arg)?.[1] ?? []);
  return [
    ...flags.filter((flag) => !new RegExp(`\\b${flag}'?: \\{`).test(source)).map((flag) => `"npm run ${name}" takes no --${flag}`),
    ...args.flatMap((arg, index) => wrongValue(arg, args[index + 1] ?? '')),
  ];
}

function wrongValue(flag: string, value: string): readonly string[] {
  if (flag === '--scenario') return isScenarioName(value) ? [] : [`there is no scenario "${value}"`];
  return flag === '--fault' ? wrong(() => parseFaultScript(value)) : [];
}

function wrong(run: () => unknown): readonly string[] {
  try {
    run();
    return [];
  } catch (error) {
    return [String(error)];
  }
}
