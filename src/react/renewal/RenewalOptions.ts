import type { TrustedKey } from '../../verifier/trustedKeys.js';
import type { DeploymentNames } from './applyCommand.js';

/** A platform that the renewal has commands for. */
export type RenewalMethod = 'kubernetes' | 'helm' | 'quadlet';

/** The app's own way to apply a key, such as with Argo CD, External Secrets or Ansible. */
export type RenewalInstructions = {
  /** The name of the choice: `Argo CD`. */
  readonly title: string;
  /** The instructions. Line breaks are kept. */
  readonly text: string;
  /** Commands to copy. Must not contain the key. */
  readonly command?: string;
};

/** The options of the renewal. */
export type RenewalOptions = {
  /** Alexandria's public keys. Without them, a new key is shown unverified. */
  readonly trustedKeys?: readonly TrustedKey[];
  /** The names of your deployment, for the commands. */
  readonly names?: DeploymentNames;
  /** The platforms to offer, in this order. Default: all three, and none if `instructions` are given. */
  readonly methods?: readonly RenewalMethod[];
  /** Your own instructions. Offered after `methods`. */
  readonly instructions?: RenewalInstructions | readonly RenewalInstructions[];
};
