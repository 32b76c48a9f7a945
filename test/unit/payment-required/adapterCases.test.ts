import { afterAll, describe, expect, it } from 'vitest';
import { adapters } from '../../../tools/adapters/adapters.js';
import { cases, judgeCase } from '../../../tools/adapters/cases.js';
import { serveGateway } from '../../../tools/adapters/serveGateway.js';

const { close, ...servers } = await serveGateway();
afterAll(close);

describe.each(adapters.map((adapter) => [`${adapter.name} (${adapter.library ?? 'Node'})`, adapter] as const))('%s', (_, adapter) => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    expect(await judgeCase(each, adapter, servers)).toMatch(/^(passed|–)$/);
  });
});
