/** The code that StrykerJS changes, by folder, and the tests that check it without a browser or a server. */
export const FOLDERS = {
  license: {
    mutate: ['src/license/**/*.ts'],
    tests: ['test/unit/license/**/*.test.ts', 'test/unit/payment-required/payments.test.ts', 'test/unit/client/fetchLicense.test.ts'],
  },
  'payment-required': {
    mutate: ['src/payment-required/parsePaymentRequired.ts', 'src/payment-required/refusalReason.ts'],
    tests: ['test/unit/payment-required/{parsePaymentRequired,refusalReason,payments,createRefusalStore}.test.ts'],
  },
  verifier: { mutate: ['src/verifier/**/*.ts'], tests: ['test/unit/verifier/**/*.test.ts'] },
} as const satisfies Record<string, { readonly mutate: readonly string[]; readonly tests: readonly string[] }>;

export type Folder = keyof typeof FOLDERS;

export function isFolder(name: string | undefined): name is Folder {
  return name !== undefined && Object.hasOwn(FOLDERS, name);
}
