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
  // @ts-expect-error There is no such scenario.
  await startAlexandria({ scenario: 'revoked' });
  // @ts-expect-error There is no such fault.
  alexandria.setFault('teapot');
  alexandria.setFault(null);
  alexandria.setFault(parseFaultScript('503 for 40 s, then a new license'));
  alexandria.setFault([{ renews: true }]);
  // @ts-expect-error A step of a script needs a duration, or has to be marked as endless.
  alexandria.setFault([{ fault: 'reset' }]);
  if (isScenarioName(name)) expectType<ScenarioName>()(name);
  if (isFaultName(name)) expectType<Response>()(faults[name]());
  // @ts-expect-error A scenario without a key has no expiry.
  scenarios.active.expiresIn;
  expectType<string>()((await serveAlexandria(alexandria)).url);
  // @ts-expect-error Only the result of startAlexandria can be served.
  await serveAlexandria({ scenario: 'grace' });
}
