/** A mutant that no test can distinguish from the original code, and the reason. */
export type Survivor = {
  readonly file: string;
  /** The replaced code, exactly as in the file. */
  readonly original: string;
  readonly replacement: string;
  /** Number of places in the file with this mutant and reason. Default: 1. */
  readonly times?: number;
  readonly why: string;
};

/** Mutants that may survive. Every other survivor needs a test, or its code must be removed. */
export const SURVIVORS: readonly Survivor[] = [
  {
    file: 'src/license/licenseStatus.ts',
    original: 'notBefore !== undefined',
    replacement: 'true',
    why: 'A comparison with undefined is always false; the condition exists only for the type.',
  },
  {
    file: 'src/license/compareLicenses.ts',
    original: 'license.notBefore !== undefined',
    replacement: 'true',
    why: 'A comparison with undefined is always false; the condition exists only for the type.',
  },
  {
    file: 'src/license/parseInstant.ts',
    original: 'match[0].toUpperCase()',
    replacement: 'match[0].toLowerCase()',
    why: 'Node’s engine parses both cases; ECMAScript guarantees only upper case.',
  },
  {
    file: 'src/payment-required/parsePaymentRequired.ts',
    original: 'best === undefined',
    replacement: 'false',
    why: 'No route is named undefined; the condition exists only for the type.',
  },
  ...["''", '[]'].map((original) => ({
    file: 'src/payment-required/parsePaymentRequired.ts',
    original,
    replacement: original === '[]' ? '["Stryker was here"]' : '"Stryker was here!"',
    times: original === '[]' ? 3 : 2,
    why: 'The default for a missing body, layer or text. The replacement names nothing, is not JSON and mentions no quota.',
  })),
  {
    file: 'src/payment-required/parsePaymentRequired.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return statement returns undefined.',
  },
  {
    file: 'src/payment-required/parsePaymentRequired.ts',
    original: "typeof value !== 'object'",
    replacement: 'false',
    why: 'A number or a boolean has no such properties.',
  },
];
