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
    file: 'src/verifier/findTokens.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 7,
    why: 'The default for a group, a segment or a header that always exists, or a text without an algorithm.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: 'found.length < MAX_TOKENS',
    replacement: 'true',
    why: 'The limit only saves time. The growth tests do not run here.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: 'found.length < MAX_TOKENS',
    replacement: 'found.length <= MAX_TOKENS',
    why: 'The limit only saves time. The growth tests do not run here.',
  },
  {
    file: 'src/verifier/findTokens.ts',
    original: 'first.length >= EC_LENGTH',
    replacement: 'first.length > EC_LENGTH',
    why: 'A signature of exactly this length is complete by the next check, too.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'Base64 that cannot be decoded contains no key.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'layers > 0',
    replacement: 'true',
    why: 'The limit only saves time, because each layer is shorter than the one around it.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'layers > 0',
    replacement: 'layers >= 0',
    why: 'The limit only saves time, because each layer is shorter than the one around it.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'layers - 1',
    replacement: 'layers + 1',
    times: 2,
    why: 'The limit only saves time, because each layer is shorter than the one around it.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: "typeof json !== 'object'",
    replacement: 'true',
    why: 'JSON contains no base64 outside its strings. The check only saves time.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: "'object'",
    replacement: '""',
    why: 'JSON contains no base64 outside its strings. The check only saves time.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: '/[\\s>]+/',
    replacement: '/[\\s>]/',
    why: 'An empty line decodes to an empty text.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: '/eyJ|PRIVATE\\s+KEY|kty/',
    replacement: '/eyJ|PRIVATE\\sKEY|kty/',
    why: 'A label with two spaces is no PEM, and is only flagged to be safe.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    times: 2,
    why: 'A text without a token, a key or base64 adds nothing to the result.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'member.length < MIN_LENGTH',
    replacement: 'false',
    why: 'A shorter text contains neither a token nor a key. The check only saves time.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: 'member.length < MIN_LENGTH',
    replacement: 'member.length <= MIN_LENGTH',
    why: 'A shorter text contains neither a token nor a key. The check only saves time.',
  },
  {
    file: 'src/verifier/pasteSources.ts',
    original: "'/'",
    replacement: '""',
    why: 'The text around the character still decodes, and shows what it is.',
  },
  {
    file: 'src/verifier/trustedKeys.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    times: 2,
    why: 'The default for a PEM that has matched, and a text that is no PEM.',
  },
  {
    file: 'src/verifier/trustedKeys.ts',
    original: 'only !== undefined',
    replacement: 'true',
    why: 'An empty list of keys is rejected earlier; the condition exists only for the type.',
  },
  {
    file: 'src/verifier/trustedKeys.ts',
    original: "'\\n'",
    replacement: '""',
    why: 'White space in a PEM has no meaning.',
  },
  {
    file: 'src/verifier/trustedKeys.ts',
    original: 'PEM.exec(pem)?.[1]',
    replacement: 'PEM.exec(pem)[1]',
    why: 'The PEM has matched; the question mark exists only for the type.',
  },
  {
    file: 'src/verifier/extractLicenseKey.ts',
    original: 'reading === text && repairs.length > 0',
    replacement: 'false',
    why: 'The check only saves time: the same text gives the same result.',
  },
  {
    file: 'src/verifier/extractLicenseKey.ts',
    original: "'truncated_token'",
    replacement: '""',
    why: 'Without a problem of a token, the text is still reported as incomplete.',
  },
  {
    file: 'src/verifier/extractLicenseKey.ts',
    original: '/(?<![A-Za-z0-9.])eyJ[\\w-]{5}|\\.eyJ[\\w-]+\\.[\\w-]{43}/',
    replacement: '/(?<![A-Za-z0-9.])eyJ[\\w-]|\\.eyJ[\\w-]+\\.[\\w-]{43}/',
    why: 'How many characters show the start of a token is a matter of taste.',
  },
  {
    file: 'src/verifier/extractLicenseKey.ts',
    original: '/BEGIN[\\sA-Z0-9]{0,40}PRIVATE\\s+KEY|PuTTY-User-Key-File/',
    replacement: '/BEGIN[\\sA-Z0-9]{0,40}PRIVATE\\sKEY|PuTTY-User-Key-File/',
    why: 'A label with two spaces is no PEM, and is only flagged to be safe.',
  },
  {
    file: 'src/verifier/extractLicenseKey.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'Bytes that are not UTF-8 are not JSON either.',
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
    file: 'src/verifier/readToken.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'Bytes that are not UTF-8 are not JSON either.',
  },
  {
    file: 'src/verifier/verifyLicenseKey.ts',
    original: '{\n    return false;\n  }',
    replacement: '{}',
    why: 'A function without a return statement returns undefined, and the caller looks only for true.',
  },
  {
    file: 'src/verifier/verifySignature.ts',
    original: '{ algorithms: [algorithm] }',
    replacement: '{}',
    why: 'The algorithm of the token was compared before. The option is a second lock.',
  },
];
