/** A change of the code that no test can tell from the code, and why. */
export type Survivor = {
  readonly file: string;
  /** What is replaced, as it stands in the file. */
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
};

/** What survives StrykerJS for a reason. What survives beside it has to get a test, or go. */
export const SURVIVORS: readonly Survivor[] = [
  {
    file: 'src/status/licenseStatus.ts',
    original: 'notBefore !== undefined',
    replacement: 'true',
    why: 'Nothing is less than undefined; the condition is there for the type.',
  },
  {
    file: 'src/status/compareLicenses.ts',
    original: 'license.notBefore !== undefined',
    replacement: 'true',
    why: 'Undefined is at no instant or after it; the condition is there for the type.',
  },
  {
    file: 'src/contract/parseInstant.ts',
    original: 'match[0].toUpperCase()',
    replacement: 'match[0].toLowerCase()',
    why: 'The engine of Node reads both; ECMAScript promises only upper case.',
  },
  {
    file: 'src/contract/paymentClues.ts',
    original: 'best === undefined',
    replacement: 'false',
    why: 'No route is called undefined; the condition is there for the type.',
  },
  ...["''", '[]'].map((original) => ({
    file: 'src/contract/paymentClues.ts',
    original,
    replacement: original === '[]' ? '["Stryker was here"]' : '"Stryker was here!"',
    why: 'In place of no body, no layer and no text: what stands there names nothing, is no JSON and speaks of no quota.',
  })),
  {
    file: 'src/contract/paymentClues.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return gives undefined.',
  },
  {
    file: 'src/contract/paymentClues.ts',
    original: "typeof value !== 'object'",
    replacement: 'false',
    why: 'A number or a truth value has no members.',
  },
];
