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
  {
    file: 'src/verifier/TrustedKey.ts',
    original: "typeof key === 'string'",
    replacement: 'false',
    times: 2,
    why: 'A string has no alg and no kid; the condition exists only for the type.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: "'string'",
    replacement: '""',
    times: 2,
    why: 'A string has no alg and no kid; the condition exists only for the type.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: 'natural.length > 1',
    replacement: 'natural.length >= 1',
    why: 'If a key has one algorithm, alg is that algorithm, and never undefined.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: 'only !== undefined',
    replacement: 'true',
    why: 'An empty list of keys is rejected earlier; the condition exists only for the type.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 2,
    why: 'The default for a missing label is never PUBLIC KEY, and a text without a label is not decoded.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'The default for no match. Its only element replaces the whole match, which is not read.',
  },
  {
    file: 'src/verifier/importKey.ts',
    original: 'oldest !== undefined',
    replacement: 'true',
    why: 'A map with more than 32 keys has a first key; the condition exists only for the type.',
  },
  {
    file: 'src/verifier/importKey.ts',
    original: 'key instanceof Uint8Array',
    replacement: 'false',
    why: 'A shared secret has none of the four algorithms, so it is rejected earlier; the condition exists only for the type.',
  },
  {
    file: 'src/verifier/importKey.ts',
    original: "'it is a shared secret'",
    replacement: '""',
    why: 'A shared secret has none of the four algorithms, so it is rejected earlier.',
  },
  {
    file: 'src/verifier/readToken.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 3,
    why: 'A token of three parts has no missing part; the defaults exist only for the type.',
  },
  ...[
    ['{\n  try {\n    return JSON.stringify(value) === text;\n  } catch {\n    return false;\n  }\n}', '{}'],
    ['{\n    return JSON.stringify(value) === text;\n  }', '{}'],
    ['{\n    return false;\n  }', '{}'],
    ['JSON.stringify(value) === text', 'false'],
  ].map(([original = '', replacement = '']) => ({
    file: 'src/verifier/readToken.ts',
    original,
    replacement,
    why: 'A shortcut that skips the search for duplicate names. Without the shortcut, the search finds none either.',
  })),
  {
    file: 'src/verifier/verifyLicenseKey.ts',
    original: '{\n    return false;\n  }',
    replacement: '{}',
    why: 'A function without a return statement returns undefined, and the caller looks only for true.',
  },
  {
    file: 'src/verifier/hasDuplicateNames.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'The element is below all objects on the stack, and a name in valid JSON is always in an object.',
  },
  {
    file: 'src/verifier/hasDuplicateNames.ts',
    original: 'names?.has',
    replacement: 'names.has',
    why: 'A name in valid JSON is always in an object; the question mark exists only for the type.',
  },
  {
    file: 'src/verifier/hasDuplicateNames.ts',
    original: 'names?.add',
    replacement: 'names.add',
    why: 'A name in valid JSON is always in an object; the question mark exists only for the type.',
  },
  {
    file: 'src/verifier/licenseFromClaims.ts',
    original: 'nbf !== undefined',
    replacement: 'true',
    why: 'A comparison with undefined is always false; the condition exists only for the type.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 3,
    why: 'The default for a missing part is shorter than a signature, and does not have the length of one.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: "dots === 0 && chunk.includes('.')",
    replacement: 'true',
    why: 'The header ends at the first dot. Another check gives the same result, and only costs time.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: "dots === 0 && chunk.includes('.')",
    replacement: "dots === 0 || chunk.includes('.')",
    why: 'The header ends at the first dot. Another check gives the same result, and only costs time.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: 'dots === 0',
    replacement: 'true',
    why: 'The header ends at the first dot. Another check gives the same result, and only costs time.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: "'.'",
    replacement: '""',
    why: 'Before the first dot no algorithm can be found, and at the dot the code checks again.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return statement returns undefined.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'There is always a last line; the default exists only for the type.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'index < end',
    replacement: 'false',
    why: 'A shortcut that skips text already read, which only saves time. The growth tests cover it, but do not run here.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'decoded === null',
    replacement: 'false',
    why: 'Without it, the code searches the word null, and finds nothing.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'A text without a token, a key or base64 adds nothing to the result.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return statement returns undefined.',
  },
  {
    file: 'src/verifier/readPastedKey.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 3,
    why: 'The default for a missing part is not base64url of JSON, and every code that is thrown has a message.',
  },
  {
    file: 'src/verifier/readPastedKey.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return statement returns undefined.',
  },
];
