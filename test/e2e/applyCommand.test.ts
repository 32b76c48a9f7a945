import { execFileSync, spawnSync } from 'node:child_process';
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { type ApplyMethod, applyCommand, type DeploymentNames, type KeySource } from '../../src/react/renewal/applyCommand.js';

// Runs the commands unchanged in a real shell. kubectl is the real one, except for steps that need a cluster.

const METHODS: readonly ApplyMethod[] = ['secret', 'secret-patch', 'helm-value', 'helm-secret', 'quadlet'];
const HOSTILE = `it's "$(touch pwned)"; touch pwned & \`touch pwned\` \\ | é`;
const KUBECTL = execFileSync('sh', ['-c', 'command -v kubectl || true'], { encoding: 'utf8' }).trim();
if (KUBECTL === '') console.warn('SKIPPED: the Secret through kubectl; it is not installed (Debian: kubernetes-client).');
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

function stub(name: string, body: string): void {
  const path = join(folder, name);
  writeFileSync(
    path,
    `#!/bin/sh\ncd '${folder}'\ncall='${name}'; for word in "$@"; do call="$call\t$word"; done; printf '%s\\n' "$call" >>calls\n${body}\n`,
  );
  chmodSync(path, 0o755);
}

/** Runs the command as if it were pasted into a terminal. */
function run(method: ApplyMethod, names: DeploymentNames = {}, source: KeySource = 'file', shell = 'sh', typed = KEY) {
  const command = applyCommand(method, names, source);
  // `script` provides a terminal, so that the prompt reads the key as if it were typed.
  const [program, args] =
    source === 'prompt' ? ['script', ['-qec', `${shell} ${join(folder, 'pasted')}`, '/dev/null']] : [shell, ['-c', command]];
  writeFileSync(join(folder, 'pasted'), command);
  const { status, stderr, stdout } = spawnSync(program, args as string[], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
    input: source === 'prompt' ? `${typed}\n` : '',
    encoding: 'utf8',
    timeout: 20_000,
  });
  const calls = existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];
  return { status, stderr, stdout, command, calls: calls.map((call) => call.split('\t')) };
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
  it.each(METHODS.filter((method) => KUBECTL !== '' || !method.startsWith('secret')))(
    'appears in no argument, whether it comes from a file or a prompt: %s',
    (method) => {
      write('license.key', `${KEY}\n`);
      write('alexandria.container', '[Container]\nImage=alexandria\n');
      const names = { unitFile: 'alexandria.container' };
      for (const source of ['file', 'prompt'] as const) {
        const { status, calls, command, stdout } = run(method, names, source);
        expect(status).toBe(0);
        expect(JSON.stringify(calls)).not.toContain(KEY.slice(0, 20));
        expect(command).not.toContain(KEY.slice(0, 20));
        if (source === 'file') expect(stdout).not.toContain(KEY.slice(0, 20));
      }
      if (method === 'helm-value') expect(read('helm.stdin')).toBe(KEY);
      if (method === 'quadlet') expect(read('alexandria.container')).toContain(`Environment=LICENSE_KEY=${KEY}\n`);
    },
  );

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

  it('is not taken for a command if the lines are pasted one after the other', () => {
    const lines = applyCommand('helm-value', {}, 'prompt');
    const { stdout } = spawnSync('script', ['-qec', 'sh -i', '/dev/null'], {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}:${process.env['PATH']}`, PS1: '', ENV: '' },
      input: `${lines}\n${KEY}\nexit\n`,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(stdout).not.toContain('not found');
    expect(read('helm.stdin')).toBe(KEY);
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
    const { calls } = run('helm-secret', { secret: 'a,b{c}\\d' });
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

  it.each(['sh', 'bash'])('is edited in the same way by %s', (shell) => {
    expect(edit(unit('Environment=LICENSE_KEY=old'), shell).text).toBe(unit(`Environment=LICENSE_KEY=${KEY}`));
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
