import {
  faults,
  isFaultName,
  isScenarioName,
  parseFaultScript,
  type ScenarioName,
  scenarios,
  startAlexandria,
} from '@alexandria-ee/license-ui/mocks';
import { serveAlexandria } from '@alexandria-ee/license-ui/mocks/server';
import { expectType } from './expectType.js';

export async function starts(name: string) {
  const alexandria = await startAlexandria({ scenario: 'last-day', fault: 'reset' });
  // @ts-expect-error No scenario is called that.
  await startAlexandria({ scenario: 'revoked' });
  // @ts-expect-error No fault is called that.
  alexandria.setFault('teapot');
  alexandria.setFault(null);
  alexandria.setFault(parseFaultScript('503 for 40 s, then a new license'));
  alexandria.setFault([{ renews: true }]);
  // @ts-expect-error A step of a script says how long it lasts, or that it doesn't end.
  alexandria.setFault([{ fault: 'reset' }]);
  if (isScenarioName(name)) expectType<ScenarioName>()(name);
  if (isFaultName(name)) expectType<Response>()(faults[name]());
  // @ts-expect-error A scenario may be without a key, and then nothing expires.
  scenarios.active.expiresIn;
  expectType<string>()((await serveAlexandria(alexandria)).url);
  // @ts-expect-error What is served was started.
  await serveAlexandria({ scenario: 'grace' });
}
