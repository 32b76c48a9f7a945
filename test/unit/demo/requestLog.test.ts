import { describe, expect, it } from 'vitest';
import { createRequestLog } from '../../../demo/requestLog.js';

const answering = (status: number) => async () => new Response(null, { status });

describe('the log of requests', () => {
  it('lists method, path, outcome and duration, newest first, and counts license checks separately', async () => {
    const log = createRequestLog();
    await log.watch(answering(200))('/admin/license');
    await log.watch(answering(402))('/scim/v2/Users', { method: 'POST' });
    const { requests, checks, others } = log.summary();
    expect(requests).toMatchObject([
      { method: 'POST', path: '/scim/v2/Users', outcome: 402, isLicenseCheck: false },
      { method: 'GET', path: '/admin/license', outcome: 200, isLicenseCheck: true },
    ]);
    expect(requests.map(({ tookMs }) => typeof tookMs)).toEqual(['number', 'number']);
    expect([checks, others]).toEqual([1, 1]);
  });

  it('lists a request as soon as it is sent, and marks it if it fails', async () => {
    const log = createRequestLog();
    const broken = log.watch(() => Promise.reject(new TypeError('no connection')));
    const asked = broken('/v1/models');
    expect(log.summary().requests[0]).toMatchObject({ outcome: 'under way', tookMs: null });
    await expect(asked).rejects.toThrow('no connection');
    expect(log.summary().requests[0]).toMatchObject({ outcome: 'failed' });
  });

  it('marks an aborted request as canceled, not as failed', async () => {
    const log = createRequestLog();
    const aborted = log.watch(() => Promise.reject(new DOMException('The page has moved on.', 'AbortError')));
    await expect(aborted('/admin/license')).rejects.toThrow('moved on');
    expect(log.summary().requests[0]).toMatchObject({ outcome: 'canceled' });
  });

  it('keeps the latest requests and counts all of them until it is cleared', async () => {
    const log = createRequestLog(3);
    let notified = 0;
    log.subscribe(() => (notified += 1));
    for (const path of ['/1', '/2', '/3', '/4', '/admin/license']) await log.watch(answering(200))(path);
    expect(log.summary().requests.map(({ path }) => path)).toEqual(['/admin/license', '/4', '/3']);
    expect(log.summary()).toMatchObject({ checks: 1, others: 4 });
    log.clear();
    expect(log.summary()).toEqual({ requests: [], checks: 0, others: 0 });
    expect(notified).toBe(11);
  });

  it('returns the original response, and stores no headers, bodies or query strings', async () => {
    const log = createRequestLog();
    const answer = new Response('secret-body');
    const received = await log.watch(async () => answer)('https://api.example/admin/license?token=secret-query#secret-hash', {
      method: 'POST',
      body: 'secret-request',
      headers: { authorization: 'Bearer secret-token' },
    });
    expect(received).toBe(answer);
    expect(received.bodyUsed).toBe(false);
    expect(JSON.stringify(log.summary())).not.toContain('secret');
  });
});
