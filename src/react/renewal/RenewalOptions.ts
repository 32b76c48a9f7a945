import type { TrustedKey } from '../../verifier/TrustedKey.js';
import type { DeploymentNames } from './applyCommand.js';

/** What the renewal has to know of the host. */
export type RenewalOptions = {
  /** Alexandria's public keys. Without them a new key is read, but not verified. Keep the array between renders. */
  readonly trustedKeys?: readonly TrustedKey[];
  /** Where a new key is asked for: an `https:` or `mailto:` address. */
  readonly contactHref?: string;
  /** What things are called where Alexandria runs. */
  readonly names?: DeploymentNames;
};
