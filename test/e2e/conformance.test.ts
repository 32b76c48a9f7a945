import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, type Differences, serveApi } from '../support/serveApi.js';
import { freePort, runToEnd, type Running, startCommand } from '../../tools/support/commands.js';

const open: { close(): Promise<void> }[] = [];
const running: Running[] = [];

afterEach(async () => {
  await Promise.all([...open.splice(0).map((server) => server.close()), ...running.splice(0).map((api) => api.stop())]);
});

/** Runs the command. Returns its exit code and all its output. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv = { ALEXANDRIA_TOKEN: ADMIN_TOKEN }) {
  try {
    return { code: 0, out: await runToEnd('conformance', args, env) };
  } catch (error) {
    const { code, stdout, stderr } = Object(error);
    return { code, out: `${stdout}${stderr}` };
  }
}

async function serve(differences: Differences): Promise<string> {
  const api = await serveApi(differences);
  open.push(api);
  return api.url;
}

async function startApi(args: readonly string[]): Promise<{ url: string; env: NodeJS.ProcessEnv }> {
  const api = await startCommand('api', args, /-H "Authorization: Bearer ([\w.-]+)"/);
  running.push(api);
  return { url: /listening on (\S+)/.exec(api.output())?.[1] ?? '', env: { ALEXANDRIA_TOKEN: api.ready } };
}

describe('npm run conformance', () => {
  it('exits with 0 against the mock API, and prints a table with words as marks and without colour', async () => {
    const { url, env } = await startApi(['--scenario', 'unlicensed']);
    const { code, out } = await run([`${url}/`], { ...env, FORCE_COLOR: '' });
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ hold, 0 differ, \d+ can’t be told\.$/m)]);
    expect(out).toMatch(/^ {2}holds +Without a token it answers 401 +401$/m);
    expect(out).toContain('This package fits this API');
    expect(out).not.toContain('\u001b');
  });

  it('exits with 1 if something differs, and prints what was expected', async () => {
    const { url, env } = await startApi(['--fault', 'html-login']);
    const { code, out } = await run([url], env);
    expect([code, out]).toEqual([1, expect.stringMatching(/^ {2}differs +The body is a JSON object +no JSON object$/m)]);
    expect(out).toContain('Expected: one JSON object, of at most 1 MiB.');
  });

  it('exits with 2 and one sentence if the API does not answer', async () => {
    const { url, env } = await startApi(['--fault', 'never-ending']);
    const silent = await run([url, '--timeout', '0.5'], env);
    expect(silent).toEqual({ code: 2, out: expect.stringMatching(/^It could not be run\. .* within 0\.5 s\..*\n$/) });
    const unreachable = await run([`http://127.0.0.1:${await freePort()}`]);
    expect(unreachable).toEqual({ code: 2, out: expect.stringContaining('ECONNREFUSED') });
  });

  it('exits with 2 if a body can’t be decompressed and nothing else keeps the process alive', async () => {
    const server = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .on('data', (request) => {
          const isBare = !String(request).includes('authorization');
          socket.write(isBare ? 'HTTP/1.1 401 Unauthorized\r\n\r\n' : 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n');
          socket.end(isBare ? '' : '{"tier":"enterprise"}');
        });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    open.push({ close: async () => void server.close() });
    const { port } = Object(server.address());
    // A timeout with a fraction of a millisecond has to work, too.
    const { code, out } = await run([`http://127.0.0.1:${port}`, '--timeout', '0.9001']);
    expect([code, out]).toEqual([2, expect.stringMatching(/^It could not be run\. .*\n$/)]);
    expect(out).not.toContain('itself');
  });

  it('prints the report as JSON with --json, and no part of a token that the API has echoed', async () => {
    const url = await serve({ fields: (right) => ({ ...right, tier: ADMIN_TOKEN, [ADMIN_TOKEN]: ADMIN_TOKEN, token: ADMIN_TOKEN }) });
    const [json, table] = await Promise.all([run([url, '--json']), run([url])]);
    expect([json.code, table.code]).toEqual([1, 1]);
    const report = JSON.parse(json.out);
    expect(report).toMatchObject({ url, verdict: 'differs' });
    const findings = report.sections.flatMap((section: { findings: { id: string; mark: string }[] }) => section.findings);
    expect(findings).toContainEqual(expect.objectContaining({ id: 'no-secrets', mark: 'differs' }));
    for (const { out } of [json, table]) {
      for (let at = 0; at + 12 <= ADMIN_TOKEN.length; at += 1) expect(out).not.toContain(ADMIN_TOKEN.slice(at, at + 12));
    }
  });

  it('reads the member’s token from the named variable, and accepts an origin', async () => {
    const url = await serve({ member: () => ({ status: 200 }) });
    const env = { ALEXANDRIA_TOKEN: `Bearer ${ADMIN_TOKEN}`, OF_A_MEMBER: 'opaque-canary-of-a-member-0123456789' };
    const { code, out } = await run([url, '--member-token-env', 'OF_A_MEMBER', '--origin', 'https://dashboard.example'], env);
    expect([code, out]).toEqual([1, expect.stringMatching(/^ {2}differs +A member gets 403 +200$/m)]);
    expect(out).toContain(`curl -i -X OPTIONS '${url}/admin/license' -H 'Origin: https://dashboard.example'`);
    expect(out).not.toContain('opaque');
  });

  it('keeps its exit code if its output is closed, as by `| head`', async () => {
    const { url, env } = await startApi([]);
    const command = spawn(process.execPath, ['--import', 'tsx', 'conformance/run.ts', url], { env: { ...process.env, ...env } });
    command.stdout.destroy();
    expect(await once(command, 'exit')).toEqual([0, null]);
  });

  it('prints its usage on --help', async () => {
    expect(await run(['--help'], {})).toEqual({ code: 0, out: expect.stringContaining('It sends nothing but GET') });
  });

  const secret = ADMIN_TOKEN.slice(0, 20);
  it.each<[readonly string[], NodeJS.ProcessEnv, RegExp]>([
    [[], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /^Which API\?/],
    [['http://127.0.0.1:1'], { ALEXANDRIA_TOKEN: '' }, /^ALEXANDRIA_TOKEN must hold/],
    [['http://127.0.0.1:1'], { ALEXANDRIA_TOKEN: `${secret}\n${secret}` }, /^ALEXANDRIA_TOKEN must hold/],
    [[secret], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /^The URL must start with/],
    [[`http://x:${secret}@127.0.0.1:1`], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /without user, password/],
    [[`http://127.0.0.1:1?token=${secret}`], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /without user, password/],
    [['http://127.0.0.1:1/admin/license'], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /the same without \/admin\/license/],
    [['http://127.0.0.1:1', secret], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /^One URL, and nothing else/],
    [['http://127.0.0.1:1', '--member-token-env', secret], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /^--member-token-env must be the name/],
    [['http://127.0.0.1:1', `--token=${secret}`], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /^An option is not one/],
    [['http://127.0.0.1:1', `--${secret}`], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /^An option is not one/],
    [['http://127.0.0.1:1', '--timeout', '0'], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /^--timeout must be seconds/],
    [['http://127.0.0.1:1', '--origin', 'dashboard.example'], { ALEXANDRIA_TOKEN: ADMIN_TOKEN }, /^--origin must be an origin/],
  ])('exits with 2, and does not echo its arguments, when called with %j', async (args, env, words) => {
    const { code, out } = await run(args, env);
    expect([code, out]).toEqual([2, expect.stringMatching(words)]);
    expect(out).not.toContain(secret);
  });
});
