import { afterAll, describe, expect, it } from 'vitest';
import { judge, type Row } from '../../tools/adapters/judge.js';
import { judgeInBrowser } from '../../tools/adapters/judgeInBrowser.js';
import { serveGateway } from '../../tools/adapters/serveGateway.js';

const { close, ...servers } = await serveGateway();
afterAll(close);
const inChromium = await judgeInBrowser('Chromium');

describe.each([
  ['Node', await judge(servers)],
  ['Chromium', inChromium.rows],
] satisfies [string, readonly Row[]][])('the adapter, in %s,', (runtime, rows) => {
  describe.each(rows.map(({ adapter, library, outcomes }) => [adapter, library ?? runtime, outcomes] as const))(
    'for %s (%s)',
    (_, _library, outcomes) => {
      it.each(Object.entries(outcomes))('%s', (_name, outcome) => {
        expect(outcome).toMatch(/^(passed|–)$/);
      });
    },
  );
});
