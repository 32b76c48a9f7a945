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
];
