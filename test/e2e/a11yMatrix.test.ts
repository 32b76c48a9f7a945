import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../mocks/scenarios.js';
import { combinations, faultsIn } from '../../tools/a11y/combinations.js';
import { type OpenDemo, openDemo } from '../../tools/a11y/openDemo.js';

// A part of what `npm run a11y` looks at: each scenario once, and what else is most likely to break.

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const LOOKS = ['light ltr', 'dark ltr', '320 ltr'];
const OTHERS = ['notice-lapsed', 'notices-unfolded', 'gate', 'check-failed', 'renewal-2-refused', 'renewal-4-watched'];

describe('a view has no fault, light, dark, and 320 pixels wide', () => {
  it.each([...Object.keys(scenarios).map((name) => `license-${name}`), ...OTHERS])('%s', async (name) => {
    const page = await demo.open(name);
    for (const combination of combinations.filter((one) => LOOKS.includes(one.name))) {
      expect([combination.name, ...(await faultsIn(page, combination))]).toEqual([combination.name]);
    }
    await page.context().close();
  });
});
