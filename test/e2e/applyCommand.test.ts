import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { type ApplyMethod, applyCommand, type DeploymentNames, type KeySource } from '../../src/react/renewal/applyCommand.js';
import { findQuadlet } from '../../tools/support/installShells.js';

// Runs the commands unchanged in real shells. kubectl is the real one, except for steps that need a cluster.

const METHODS: readonly ApplyMethod[] = ['secret', 'secret-patch', 'helm-value', 'helm-secret', 'quadlet'];
const HOSTILE = `it's "$(touch pwned)"; touch pwned & \`touch pwned\` \\ | é`;
const SCRIPT = locate('script');
const KUBECTL = locate('kubectl');
if (KUBECTL === '') console.warn('SKIPPED: the Secret through kubectl; it is not installed (Debian: kubernetes-client).');
const QUADLET = findQuadlet() ?? '';
if (QUADLET === '') console.warn('SKIPPED: the unit file through Quadlet; it is not installed (Debian 13: podman).');
// BusyBox has the tools of Alpine: its shell runs with its own applets, and without those of the system.
const APPLETS = mkdtempSync(join(tmpdir(), 'license-ui-applets-'));
afterAll(() => rmSync(APPLETS, { recursive: true }));
const BUSYBOX = locate('busybox');
if (BUSYBOX !== '') execFileSync(BUSYBOX, ['--install', '-s', APPLETS]);
const SHELLS = [
  { name: 'dash', path: locate('dash'), interactive: '-i', strict: 'set -euCf' },
  { name: 'bash', path: locate('bash'), interactive: '--norc -i', strict: 'set -euC -o pipefail; shopt -s nullglob failglob' },
  { name: 'busybox', path: BUSYBOX && join(APPLETS, 'sh'), interactive: '-i', strict: 'set -euCf -o pipefail' },
  { name: 'zsh', path: locate('zsh'), interactive: '-f -i', strict: 'set -euC -o pipefail' },
].filter(({ name, path }) => {
  if (path === '') console.warn(`SKIPPED: the commands in ${name}; it is not installed (Debian: ${name}).`);
  return path !== '';
});
const KEY = await mintLicenseKey({ expiresAt: Date.UTC(2028, 4, 1), subject: 'acme' });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-ui-'));
  // The stubs record their arguments and input. Work that needs no cluster goes to the real kubectl.
  stub('helm', 'cat >helm.stdin');
  stub('systemctl', '');
  stub(
    'kubectl',
    `case "$*" in
      *--dry-run=client*) exec '${KUBECTL}' "$@" ;;
      apply*) cat >applied.yaml ;;
      patch*) shift; '${KUBECTL}' patch --local -f present.yaml --type=strategic --patch-file=/dev/stdin -o yaml >applied.yaml ;;
    esac`,
  );
  writeFileSync(
    join(folder, 'present.yaml'),
    'apiVersion: v1\nkind: Secret\nmetadata: {name: present, namespace: alexandria}\ndata: {license.key: b2xk, other: a2VwdA==}\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function locate(program: string): string {
  return execFileSync('sh', ['-c', `command -v ${program} || true`], { encoding: 'utf8' }).trim();
}

/** Returns the environment of a shell: the stubs come first, then the tools. */
function environment(shell: string) {
  const tools = shell.startsWith(APPLETS) ? APPLETS : process.env['PATH'];
  return { ...process.env, PATH: `${folder}:${tools}`, PS1: '', ENV: '' };
}

function stub(name: string, body: string): void {
  const path = join(folder, name);
  writeFileSync(
    path,
    `#!/bin/sh\ncd '${folder}'\ncall='${name}'; for word in "$@"; do call="$call\t$word"; done; printf '%s\\n' "$call" >>calls\n${body}\n`,
  );
  chmodSync(path, 0o755);
}

/** Runs the command as if it were pasted into a terminal. */
function run(method: ApplyMethod, names: DeploymentNames = {}, source: KeySource = 'file', shell = 'sh', typed = KEY, options = '') {
  const command = `${options}${applyCommand(method, names, source)}`;
  // `script` provides a terminal, so that the prompt reads the key as if it were typed.
  const [program, args] =
    source === 'prompt' ? [SCRIPT, ['-qec', `${shell} ${join(folder, 'pasted')}`, '/dev/null']] : [shell, ['-c', command]];
  writeFileSync(join(folder, 'pasted'), command);
  const { status, stderr, stdout } = spawnSync(program, args as string[], {
    cwd: folder,
    env: environment(shell),
    input: source === 'prompt' ? `${typed}\n` : '',
    encoding: 'utf8',
    timeout: 20_000,
  });
  const calls = existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];
  return { status, stderr, stdout, command, calls: calls.map((call) => call.split('\t')) };
}

/** Runs a command in a terminal. Sends each answer after its prompt is printed. Returns the exit status and the output. */
async function talk(command: string, shell: string, ...dialog: (readonly [prompt: string, answer: string])[]) {
  const terminal = spawn(SCRIPT, ['-qec', command, '/dev/null'], { cwd: folder, env: environment(shell), timeout: 20_000 });
  let output = '';
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    // A quote precedes the prompt in the echo of the pasted lines.
    if (dialog[0] === undefined || !new RegExp(`[^']${dialog[0][0]}`).test(output)) return;
    terminal.stdin.write(dialog.shift()?.[1] ?? '');
  });
  const status = await new Promise((resolve) => terminal.on('close', resolve));
  return { status, output: output.replaceAll('\r', '') };
}

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const appliedKey = () => Buffer.from(/license\.key: (\S+)/.exec(read('applied.yaml'))?.[1] ?? '', 'base64').toString();

describe.skipIf(KUBECTL === '')('the Secret', () => {
  it.each(['secret', 'secret-patch'] as const)('holds the key byte for byte, whatever line ending the file has: %s', (method) => {
    for (const end of ['', '\n', '\r\n', '\n\n']) {
      write('license.key', `${KEY}${end}`);
      const { status, calls } = run(method);
      expect(status).toBe(0);
      expect(appliedKey()).toBe(KEY);
      expect(calls.at(-1)).toEqual(['kubectl', 'rollout', 'restart', 'deployment/alexandria-ee', '--namespace=alexandria']);
    }
  });

  it('has the names that the host sets, even hostile ones', () => {
    write('license.key', KEY);
    const { status, calls } = run('secret', { secret: HOSTILE, namespace: HOSTILE, deployment: HOSTILE });
    expect(status).toBe(0);
    expect(calls).toContainEqual(expect.arrayContaining(['create', 'secret', 'generic', HOSTILE, `--namespace=${HOSTILE}`]));
    expect(calls.at(-1)).toEqual(['kubectl', 'rollout', 'restart', `deployment/${HOSTILE}`, `--namespace=${HOSTILE}`]);
    expect(appliedKey()).toBe(KEY);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  it('keeps its other entries when it is patched', () => {
    write('license.key', KEY);
    expect(run('secret-patch').status).toBe(0);
    expect(read('applied.yaml')).toContain('other: a2VwdA==');
  });

  it.each(['secret', 'secret-patch'] as const)('stays unchanged, with no restart, if the key file is missing or empty: %s', (method) => {
    expect(run(method).status).not.toBe(0);
    write('license.key', '');
    const { status, calls } = run(method);
    expect(status).not.toBe(0);
    expect(calls).toEqual([]);
  });
});

describe('a step that fails', () => {
  it.each([
    ['secret', 'kubectl', 'apply'],
    ['secret-patch', 'kubectl', 'patch'],
    ['helm-value', 'helm', 'upgrade'],
    ['helm-secret', 'helm', 'upgrade'],
    ['quadlet', 'systemctl', 'daemon-reload'],
  ] as const)('ends the command: %s, if %s %s fails', (method, tool, step) => {
    write('license.key', KEY);
    write('alexandria.container', '[Container]\nEnvironment=LICENSE_KEY=old\n');
    stub(tool, `case "$*" in *--dry-run=client*) echo '{}' ;; *${step}*) cat >/dev/null; exit 7 ;; esac`);
    const { status, calls } = run(method, { unitFile: 'alexandria.container' });
    expect(status).toBe(7);
    expect(calls).toContainEqual(expect.arrayContaining([tool, step]));
    expect(calls.flat()).not.toContain('restart');
  });
});

describe('the key', () => {
  const available = METHODS.filter((method) => KUBECTL !== '' || !method.startsWith('secret'));
  it.each(SHELLS.flatMap(({ name, path }) => available.map((method) => ({ name, path, method }))))(
    'is applied and appears in no argument, whether it comes from a file or a prompt: $method in $name',
    ({ path, method }) => {
      const names = { unitFile: 'alexandria.container' };
      for (const source of ['file', 'prompt'] as const) {
        write('license.key', source === 'file' ? `${KEY}\r\n` : '');
        write('alexandria.container', '[Container]\nImage=alexandria\n');
        const { status, calls, command, stdout, stderr } = run(method, names, source, path);
        expect([status, stderr]).toEqual([0, '']);
        expect(calls.at(-1)).toContain(method === 'quadlet' ? 'alexandria-api' : 'deployment/alexandria-ee');
        expect(JSON.stringify(calls)).not.toContain(KEY.slice(0, 20));
        expect(command).not.toContain(KEY.slice(0, 20));
        if (source === 'file') expect(stdout).not.toContain(KEY.slice(0, 20));
        if (method.startsWith('secret')) expect(appliedKey()).toBe(KEY);
        if (method === 'helm-value') expect(read('helm.stdin')).toBe(KEY);
        if (method === 'quadlet')
          expect(read('alexandria.container')).toBe(`[Container]\nEnvironment=LICENSE_KEY=${KEY}\nImage=alexandria\n`);
        for (const name of ['calls', 'helm.stdin', 'applied.yaml']) rmSync(join(folder, name), { force: true });
      }
    },
  );

  it.each(SHELLS)('is applied by $name with strict options, such as noclobber', ({ path, strict }) => {
    for (const method of available) {
      write('alexandria.container', '[Container]\nImage=alexandria\n');
      const { status, stdout, calls } = run(method, { unitFile: 'alexandria.container' }, 'prompt', path, KEY, `${strict}\n`);
      // The terminal shows the prompt and, before it, the echo of the input: no message of a tool or the shell.
      expect([method, status, stdout.replace(KEY, '').trim()]).toEqual([method, 0, method === 'helm-secret' ? '' : 'License key:']);
      expect(calls.at(-1)).toContain('restart');
      rmSync(join(folder, 'calls'));
    }
  });

  it.each([
    ['nothing', ''],
    ['a line break', '\n'],
    ['the key in an assignment', `LICENSE_KEY="${KEY}"\n`],
    ['the key with a byte order mark', `\ufeff${KEY}`],
    ['the key under base64', Buffer.from(KEY).toString('base64')],
    ['something else', 'hello'],
  ])('is not applied, with no restart, if the file holds %s', (_, text) => {
    for (const method of METHODS.filter((each) => each !== 'helm-secret')) {
      write('license.key', text);
      write('alexandria.container', '[Container]\nEnvironment=LICENSE_KEY=old\n');
      const { status, calls, stderr } = run(method, { unitFile: 'alexandria.container' });
      expect([status, calls]).toEqual([1, []]);
      expect(stderr).toContain('Nothing was changed');
      expect(read('alexandria.container')).toContain('LICENSE_KEY=old');
    }
  });

  it('is not applied if the file can’t be read', () => {
    mkdirSync(join(folder, 'license.key'));
    for (const method of METHODS.filter((each) => each !== 'helm-secret')) expect(run(method).calls).toEqual([]);
  });

  it('is not applied if it is longer than a line of a terminal', () => {
    const long = `${KEY.split('.')[0]}.${'A'.repeat(4_000)}.${KEY.split('.')[2]}`;
    expect(run('helm-value', {}, 'prompt', 'sh', long).calls).toEqual([]);
  });

  it('is not applied if it is mistyped, and a failing command reports its failure', () => {
    expect(run('helm-value', {}, 'prompt', 'sh', 'hello').calls).toEqual([]);
    stub('helm', 'exit 7');
    expect(run('helm-value', {}, 'prompt').status).toBe(7);
  });

  it.each(SHELLS.flatMap((shell) => (['helm-value', 'quadlet'] as const).map((method) => ({ ...shell, method }))))(
    'is read by the prompt if the lines of $method are pasted into an interactive $name',
    async ({ path, interactive, method }) => {
      write('alexandria.container', '[Container]\nImage=alexandria\n');
      write('start', `echo; echo ready; exec ${path} ${interactive}`);
      const lines = `${applyCommand(method, { unitFile: 'alexandria.container' }, 'prompt')}; exit\n`;
      const { status, output } = await talk('sh start', path, ['ready', lines], ['License key: ', `${KEY}\n`]);
      expect([status, output]).toEqual([0, expect.not.stringMatching(/not found|eyJh/)]);
      if (method === 'helm-value') expect(read('helm.stdin')).toBe(KEY);
      if (method === 'quadlet') expect(read('alexandria.container')).toContain(`\nEnvironment=LICENSE_KEY=${KEY}\n`);
    },
  );

  it.each(SHELLS)('is not applied after Ctrl+C, and the terminal shows its input again: $name', async ({ path }) => {
    write('pasted', applyCommand('helm-value', {}, 'prompt'));
    write('start', `trap : INT; echo; ${path} pasted; echo "status $?"; stty -a`);
    const { output } = await talk('sh start', path, ['License key: ', `${KEY.slice(0, 9)}\u0003`]);
    expect(output).toContain('status 130\n');
    expect(output).toMatch(/ echo /);
    expect([existsSync(join(folder, 'calls')), output]).toEqual([false, expect.not.stringContaining('eyJh')]);
  });
});

describe('Helm', () => {
  it('receives the key as a file, and the names', () => {
    write('license.key', `${KEY}\n`);
    const { calls } = run('helm-value', { release: HOSTILE, chart: 'oci://registry.example/alexandria' });
    expect(calls[0]).toEqual([
      'helm',
      'upgrade',
      '--install',
      HOSTILE,
      'oci://registry.example/alexandria',
      '--namespace=alexandria',
      '--reuse-values',
      '--set-file=license.key=/dev/stdin',
    ]);
    expect(read('helm.stdin')).toBe(KEY);
  });

  it('refers to the Secret, with characters that are special to Helm escaped', () => {
    const { calls, command } = run('helm-secret', { secret: 'a,b{c}\\d' });
    expect(command).toMatch(/^\(\n.*\n\)$/s);
    expect(calls[0]?.at(-1)).toBe('--set-string=license.secretName=a\\,b\\{c\\}\\\\d');
  });
});

describe('the Quadlet file', () => {
  const unit = (lines: string, end = '\n\n[Install]\nWantedBy=default.target\n') =>
    `[Unit]\nDescription=Alexandria\n# Environment=LICENSE_KEY=commented\n\n[Container]\nImage=alexandria\n${lines}${end}`;

  function edit(text: string, shell = 'sh') {
    write('license.key', `${KEY}\n`);
    write('alexandria.container', text);
    chmodSync(join(folder, 'alexandria.container'), 0o640);
    const { status, stderr, calls } = run('quadlet', { unitFile: 'alexandria.container' }, 'file', shell);
    return { status, stderr, calls, text: read('alexandria.container'), mode: statSync(join(folder, 'alexandria.container')).mode & 0o777 };
  }

  it.each([
    ['plain', 'Environment=LICENSE_KEY=old'],
    ['quoted', 'Environment="LICENSE_KEY=old"'],
    ['in single quotes', "Environment='LICENSE_KEY=old'"],
    ['indented', '  Environment=LICENSE_KEY=old  '],
    ['empty', 'Environment=LICENSE_KEY='],
    ['with spaces', 'Environment = LICENSE_KEY=old'],
    ['twice', 'Environment=LICENSE_KEY=old\nEnvironment=LICENSE_KEY=older'],
  ])('has only its key line replaced, in place, if that line is %s', (_, line) => {
    const { status, text, mode, calls } = edit(unit(`${line}\nPublishPort=8080:8080`));
    expect(status).toBe(0);
    expect(text).toBe(unit(`Environment=LICENSE_KEY=${KEY}\nPublishPort=8080:8080`));
    expect(mode).toBe(0o640);
    expect(calls).toEqual([
      ['systemctl', 'daemon-reload'],
      ['systemctl', 'restart', 'alexandria-api'],
    ]);
  });

  it('gets one key line under [Container] if it had none, however often the command runs', () => {
    const once = edit(unit('PublishPort=8080:8080')).text;
    expect(once).toBe(unit('PublishPort=8080:8080').replace('[Container]\n', `[Container]\nEnvironment=LICENSE_KEY=${KEY}\n`));
    expect(edit(once).text).toBe(once);
  });

  it('keeps similar lines in other sections, with other names, and in comments', () => {
    const text = unit('Environment=OLD_LICENSE_KEY_PATH=x\n#Environment=LICENSE_KEY=x\nEnvironment=LICENSE_KEY=old').replace(
      '[Unit]\n',
      '[Unit]\nEnvironment=LICENSE_KEY=elsewhere\n',
    );
    expect(edit(text).text).toBe(text.replace('LICENSE_KEY=old\n', `LICENSE_KEY=${KEY}\n`));
  });

  it.each([
    ['a line sets other things beside the key', unit('Environment=A=1 LICENSE_KEY=old')],
    ['there is no [Container]', '[Service]\nEnvironment=LICENSE_KEY=old\n'],
    ['it is empty', ''],
    ['the key line continues the line before', unit('Exec=run \\\nEnvironment=LICENSE_KEY=old')],
    ['a line continues on the next', unit('Environment=A=1 \\\n  LICENSE_KEY=old')],
    ['a Podman secret sets the key', unit('Secret=lic,type=env,target=LICENSE_KEY')],
    ['a line resets earlier settings', unit('Environment=LICENSE_KEY=old\nEnvironment=')],
  ])('stays unchanged, with no restart, if %s', (_, text) => {
    const edited = edit(text);
    expect(edited.status).not.toBe(0);
    expect(edited.text).toBe(text);
    expect(edited.stderr).toContain('Nothing was changed');
    expect(edited.calls).toEqual([]);
  });

  describe.skipIf(QUADLET === '')('read by Quadlet', () => {
    /** Returns the service that Quadlet generates, without LICENSE_KEY, and the values that LICENSE_KEY gets in it. */
    function generate(text: string) {
      mkdirSync(join(folder, 'units'), { recursive: true });
      write('units/alexandria.container', text);
      const env = { ...process.env, QUADLET_UNIT_DIRS: join(folder, 'units') };
      const { status, stdout } = spawnSync(QUADLET, ['-dryrun'], { env, encoding: 'utf8' });
      // Quadlet also copies the lines of the file into a section that systemd ignores.
      const service = stdout.replace(/^\s*Environment\b.*LICENSE_KEY.*\n/gm, '');
      const setting = / --env "?LICENSE_KEY=([^ "]*)"?/g;
      return { status, service: service.replace(setting, ''), keys: Array.from(service.matchAll(setting), ([, value]) => value) };
    }

    it.each([
      ['has no key', ''],
      ['has a plain key line', 'Environment=LICENSE_KEY=old'],
      ['has a quoted key line', 'Environment="LICENSE_KEY=old"'],
      ['has a key line in single quotes', "Environment='LICENSE_KEY=old'"],
      ['has spaces in the key line', 'Environment = LICENSE_KEY=old  '],
      ['has an empty key', 'Environment=LICENSE_KEY='],
      ['has the key twice, in two spellings', 'Environment="LICENSE_KEY=old"\nEnvironment = LICENSE_KEY=older'],
      ['has the key in a second [Container] section', '[Service]\nRestart=always\n[Container]\nEnvironment=LICENSE_KEY=old'],
      ['has a comment that ends with a backslash', '# see \\\nEnvironment=LICENSE_KEY=old'],
      ['has similar names', 'Environment=OLD_LICENSE_KEY_PATH=/x LICENSE=1\n#Environment=LICENSE_KEY=x'],
    ])('sets the key once, and keeps the other settings, if the file %s', (_, lines) => {
      const text = unit(`Environment=A=1 "B=2 3"\n${lines}\nEnvironment=C=4\nExec=serve \\\n  --port 80\nPublishPort=8080:8080`);
      const before = generate(text);
      const edited = edit(text);
      expect([before.status, edited.status]).toEqual([0, 0]);
      const after = generate(edited.text);
      expect(after.keys).toEqual([KEY]);
      expect({ ...after, keys: [] }).toEqual({ ...before, keys: [] });
      expect(after.service).toContain('8080:8080');
    });
  });

  it('is edited even if shell aliases ask before overwriting a file', () => {
    write('license.key', KEY);
    write('alexandria.container', unit('Environment=LICENSE_KEY=old'));
    const aliases = "shopt -s expand_aliases\nalias cp='cp -i' mv='mv -i' rm='rm -i'\n";
    write('pasted', `${aliases}${applyCommand('quadlet', { unitFile: 'alexandria.container' }, 'file')}`);
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
    expect(spawnSync('bash', ['pasted'], { cwd: folder, env, input: '' }).status).toBe(0);
    expect(read('alexandria.container')).toBe(unit(`Environment=LICENSE_KEY=${KEY}`));
  });

  it('stays a symbolic link while its target is edited', () => {
    write('real.container', unit('Environment=LICENSE_KEY=old'));
    write('license.key', KEY);
    symlinkSync('real.container', join(folder, 'link.container'));
    expect(run('quadlet', { unitFile: 'link.container' }).status).toBe(0);
    expect([readlinkSync(join(folder, 'link.container')), read('real.container')]).toEqual([
      'real.container',
      unit(`Environment=LICENSE_KEY=${KEY}`),
    ]);
  });

  it('stays unchanged if a drop-in sets the key', () => {
    mkdirSync(join(folder, 'alexandria.container.d'));
    write('alexandria.container.d/10.conf', '[Container]\nEnvironment=LICENSE_KEY=old\n');
    const { status, calls, text, stderr } = edit(unit(''));
    expect([status, calls, text]).toEqual([1, [], unit('')]);
    expect(stderr).toBe('Nothing was changed: a drop-in beside the unit file sets LICENSE_KEY, too.\n');
  });

  it('stays unchanged if a drop-in beside a link to the unit file sets the key', () => {
    mkdirSync(join(folder, 'real'));
    write('real/alexandria.container', unit(''));
    symlinkSync('real/alexandria.container', join(folder, 'alexandria.container'));
    mkdirSync(join(folder, 'alexandria.container.d'));
    write('alexandria.container.d/10.conf', '[Container]\nEnvironment=LICENSE_KEY=old\n');
    expect(edit(unit('')).stderr).toBe('Nothing was changed: a drop-in beside the unit file sets LICENSE_KEY, too.\n');
  });

  it.each(SHELLS)('is edited or refused in the same way by $name and its tools', ({ path }) => {
    expect(edit(unit('Environment="LICENSE_KEY=old"'), path).text).toBe(unit(`Environment=LICENSE_KEY=${KEY}`));
    const refused = unit('Secret=lic,type=env,target=LICENSE_KEY');
    const { status, text, stderr } = edit(refused, path);
    expect([status, text]).toEqual([1, refused]);
    expect(stderr).toBe('Nothing was changed: set LICENSE_KEY by hand, on a line of its own under [Container].\n');
    mkdirSync(join(folder, 'alexandria.container.d'));
    write('alexandria.container.d/10.conf', '[Container]\nEnvironment=LICENSE_KEY=old\n');
    expect(edit(unit(''), path).text).toBe(unit(''));
  });
});

describe('a name', () => {
  it.each(['', '-n', 'a\nb', '\u0000'])('is refused if it is invalid: %j', (namespace) => {
    for (const method of METHODS) {
      expect(() => applyCommand(method, { namespace, service: namespace }, 'file')).toThrow(
        expect.objectContaining({ code: 'invalid_option' }),
      );
    }
  });
});
