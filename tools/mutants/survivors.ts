/** A change of the code that no test can tell from the code, and why. */
export type Survivor = {
  readonly file: string;
  /** What is replaced, as it stands in the file. */
  readonly original: string;
  readonly replacement: string;
  /** In how many places of the file it survives for this reason. Default: 1. */
  readonly times?: number;
  readonly why: string;
};

/** What survives StrykerJS for a reason. What survives beside it has to get a test, or go. */
export const SURVIVORS: readonly Survivor[] = [
  {
    file: 'src/license/licenseStatus.ts',
    original: 'notBefore !== undefined',
    replacement: 'true',
    why: 'Nothing is less than undefined; the condition is there for the type.',
  },
  {
    file: 'src/license/compareLicenses.ts',
    original: 'license.notBefore !== undefined',
    replacement: 'true',
    why: 'Undefined is at no instant or after it; the condition is there for the type.',
  },
  {
    file: 'src/license/parseInstant.ts',
    original: 'match[0].toUpperCase()',
    replacement: 'match[0].toLowerCase()',
    why: 'The engine of Node reads both; ECMAScript promises only upper case.',
  },
  {
    file: 'src/payment-required/parsePaymentRequired.ts',
    original: 'best === undefined',
    replacement: 'false',
    why: 'No route is called undefined; the condition is there for the type.',
  },
  ...["''", '[]'].map((original) => ({
    file: 'src/payment-required/parsePaymentRequired.ts',
    original,
    replacement: original === '[]' ? '["Stryker was here"]' : '"Stryker was here!"',
    times: original === '[]' ? 3 : 2,
    why: 'In place of no body, no layer and no text: what stands there names nothing, is no JSON and speaks of no quota.',
  })),
  {
    file: 'src/payment-required/parsePaymentRequired.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return gives undefined.',
  },
  {
    file: 'src/payment-required/parsePaymentRequired.ts',
    original: "typeof value !== 'object'",
    replacement: 'false',
    why: 'A number or a truth value has no members.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: "typeof key === 'string'",
    replacement: 'false',
    times: 2,
    why: 'A text has no alg and no kid of its own; the condition is there for the type.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: "'string'",
    replacement: '""',
    times: 2,
    why: 'A text has no alg and no kid of its own; the condition is there for the type.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: 'natural.length > 1',
    replacement: 'natural.length >= 1',
    why: 'Where a key has one algorithm, alg is that, and never undefined.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: 'only !== undefined',
    replacement: 'true',
    why: 'That no key is trusted is refused before; the condition is there for the type.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 2,
    why: 'What stands in place of a label is no PUBLIC KEY, whatever it is; and of a text without one nothing is decoded.',
  },
  {
    file: 'src/verifier/TrustedKey.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'In place of no match: its only member stands where the whole match would, which nobody reads.',
  },
  {
    file: 'src/verifier/importKey.ts',
    original: 'oldest !== undefined',
    replacement: 'true',
    why: 'A map with more than 32 keys has a first one; the condition is there for the type.',
  },
  {
    file: 'src/verifier/importKey.ts',
    original: 'key instanceof Uint8Array',
    replacement: 'false',
    why: 'A shared secret has none of the four algorithms, so it is refused before; the condition is there for the type.',
  },
  {
    file: 'src/verifier/importKey.ts',
    original: "'it is a shared secret'",
    replacement: '""',
    why: 'A shared secret has none of the four algorithms, so it is refused before.',
  },
  {
    file: 'src/verifier/readToken.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 3,
    why: 'A text of three parts has three parts; what stands in place of a missing one is there for the type.',
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
    why: 'It spares the second look at a text that can hold no name twice; where it says nothing, the look finds none there.',
  })),
  {
    file: 'src/verifier/verifyLicenseKey.ts',
    original: '{\n    return false;\n  }',
    replacement: '{}',
    why: 'A function without a return gives undefined, and only true is looked for.',
  },
  {
    file: 'src/verifier/hasDuplicateNames.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'It lies below all objects, and a name of valid JSON stands in one.',
  },
  {
    file: 'src/verifier/hasDuplicateNames.ts',
    original: 'names?.has',
    replacement: 'names.has',
    why: 'A name of valid JSON stands in an object; the question mark is there for the type.',
  },
  {
    file: 'src/verifier/hasDuplicateNames.ts',
    original: 'names?.add',
    replacement: 'names.add',
    why: 'A name of valid JSON stands in an object; the question mark is there for the type.',
  },
  {
    file: 'src/verifier/licenseFromClaims.ts',
    original: 'nbf !== undefined',
    replacement: 'true',
    why: 'Nothing is less than undefined; the condition is there for the type.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 3,
    why: 'What stands in place of a missing part is no longer than a signature, and has no length that one has.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: "dots === 0 && chunk.includes('.')",
    replacement: 'true',
    why: 'The header ends at the first dot: asked again, it says the same, and it costs time.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: "dots === 0 && chunk.includes('.')",
    replacement: "dots === 0 || chunk.includes('.')",
    why: 'The header ends at the first dot: asked again, it says the same, and it costs time.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: 'dots === 0',
    replacement: 'true',
    why: 'The header ends at the first dot: asked again, it says the same, and it costs time.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: "'.'",
    replacement: '""',
    why: 'Before the first dot there is no algorithm to be found, and at the dot it is asked for again.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return gives undefined.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'There is always a last line; the other one is there for the type.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'index < end',
    replacement: 'false',
    why: 'It spares what was read already, which is time: the tests of growth hold it, and do not run here.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'decoded === null',
    replacement: 'false',
    why: 'What is no text is searched for as the word null, in which nothing is found.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'A text without a token, a key or base64 in it adds nothing to what is found.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return gives undefined.',
  },
  {
    file: 'src/verifier/readPastedKey.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 3,
    why: 'What stands in place of a missing part is no base64url of JSON, and every code that is thrown has its words.',
  },
  {
    file: 'src/verifier/readPastedKey.ts',
    original: '{\n    return undefined;\n  }',
    replacement: '{}',
    why: 'A function without a return gives undefined.',
  },
];
