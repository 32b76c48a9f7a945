import { describe, expect, it } from 'vitest';
import { createLicenseClient } from '../../../../src/client.js';
import { checkLicense } from '../../../support/checkLicense.js';
import { CHECK_FAILURES, type CheckFailure } from '../../../../src/license/freshness.js';
import { LicenseError } from '../../../../src/license/LicenseError.js';
import { troubleshootingHint } from '../../../../src/react/development/troubleshootingHint.js';

const ORIGIN = 'https://dash.example';
const cause = (code: CheckFailure, baseUrl: string) => troubleshootingHint(new LicenseError(code, 'The body is no JSON.'), baseUrl, ORIGIN);

describe('the troubleshooting hint for a failed first check', () => {
  it.each([
    ['not-found', '/gateway', 'GET https://dash.example/gateway/admin/license answered 404.', 'path prefix'],
    ['not-found', '', 'GET https://dash.example/admin/license answered 404.', 'proxy /admin/license to the API'],
    [
      'unreadable',
      '',
      'GET https://dash.example/admin/license was answered by something other than Alexandria',
      'proxy /admin/license to the API',
    ],
    ['unauthorized', '', 'answered 401 or with a redirect', 'authorization that returns "Bearer …"'],
    ['forbidden', '', 'answered 403', 'role="member"'],
    ['unreachable', '', 'was not answered', 'Start the API'],
    ['unreachable', 'https://api.example', 'CORS is not set up', 'Access-Control-Allow-Origin: https://dash.example'],
    ['unreachable', 'https://api.example', 'Content-Security-Policy', 'Access-Control-Allow-Credentials: true if credentials is include'],
  ] as const)('names the problem and a fix for %s at "%s"', (code, baseUrl, happened, mends) => {
    expect(cause(code, baseUrl)).toContain(happened);
    expect(cause(code, baseUrl)).toContain(mends);
  });

  it('does not mention a dev server if another origin returned 404', () => {
    expect(cause('not-found', 'https://api.example')).not.toContain('proxy');
  });

  it('names the authorization callback if it failed and no request was sent', async () => {
    const authorization = () => Promise.reject(new Error('no session'));
    const client = createLicenseClient({ baseUrl: '', scope: 'ada', storage: null, authorization });
    const error = await checkLicense(client).then(
      () => new LicenseError('unreachable', ''),
      (thrown: LicenseError) => thrown,
    );
    expect(troubleshootingHint(error, '', ORIGIN)).toMatch(/authorization callback .* failed.*was not sent\. Let it return/);
    expect(troubleshootingHint(error, '', ORIGIN)).not.toMatch(/Start the API|no session/);
  });

  it('is null for failures that occur in daily use', () => {
    const silent = CHECK_FAILURES.filter((code) => cause(code, '') === null);
    expect(silent).toEqual(expect.arrayContaining(['offline', 'rate-limited', 'server-error', 'timeout']));
    expect(silent).toHaveLength(4);
  });
});
