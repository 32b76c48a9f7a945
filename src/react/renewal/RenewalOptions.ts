import type { TrustedKey } from '../../verifier/trustedKeys.js';
import type { DeploymentNames } from './applyCommand.js';

/** The options of the renewal. */
export type RenewalOptions = {
  /** Alexandria's public keys. Without them, a new key is shown unverified. Pass the same array on each render. */
  readonly trustedKeys?: readonly TrustedKey[];
  /** The names of your deployment, for the commands. */
  readonly names?: DeploymentNames;
};
