// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of another file.

import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** The mock API. */
export const MOCK_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('mocks/startAlexandria.ts', 'test/mocks/startAlexandria.test.ts', [
    { name: 'the mock answers 402 in grace', from: "worth === 'included' || worth === 'ending'", to: "worth === 'included'" },
    {
      name: 'the mock runs with a key that is not in force yet',
      from: "if (verified.state !== 'scheduled') return verified;",
      to: 'return verified;',
    },
    { name: 'the mock logs a key', from: 'code=${error.code}:', to: 'code=${error.code} ${licenseKey}:' },
    {
      name: 'the mock forgets its clock at a restart',
      from: '    restart: load,',
      to: '    restart: (license) => {\n      offset = 0;\n      return load(license);\n    },',
    },
  ]),
  ...breaksOf('mocks/handlers.ts', 'test/mocks/startAlexandria.test.ts', [
    { name: 'the mock shows a member the license', from: "role === 'admin' ? answer(request) :", to: 'role ? answer(request) :' },
    { name: "the mock tells this machine's time", from: 'new Date(alexandria.now())', to: 'new Date()' },
    { name: 'the mock names no entitlement', from: '{ entitlement });', to: '{});' },
  ]),
  ...breaksOf('mocks/parseFaultScript.ts', 'test/mocks/faults.test.ts', [
    { name: 'the mock takes a fault without a time before another', from: 'endless === -1 || endless === steps.length - 1', to: 'steps' },
    { name: 'the mock lets a step take no time', from: 'forMs > 0 && ', to: '' },
    { name: 'the mock knows a fault by what every object has', from: 'fault !== null && !isFaultName(fault)', to: "fault === 'teapot'" },
  ]),
  ...breaksOf('mocks/sessionTokens.ts', 'test/mocks/startAlexandria.test.ts', [
    { name: 'the mock takes a license key for a session', from: 'audience: AUDIENCE, ', to: '' },
  ]),
];
