import type { NamedBreak } from './NamedBreak.js';
import { CLIENT_BREAKS } from './named/client.js';
import { CONTRACT_BREAKS } from './named/contract.js';
import { HARNESS_BREAKS } from './named/harness.js';
import { MESSAGE_BREAKS } from './named/messages.js';
import { MOCK_BREAKS } from './named/mocks.js';
import { PART_BREAKS } from './named/parts.js';
import { PAYMENT_BREAKS } from './named/payments.js';
import { PROVIDER_BREAKS } from './named/provider.js';
import { RENEWAL_BREAKS } from './named/renewal.js';
import { SECRET_BREAKS } from './named/secrets.js';
import { STATUS_BREAKS } from './named/status.js';
import { VERIFIER_BREAKS } from './named/verifier.js';

/** Each of these must turn a test red. */
export const NAMED_BREAKS: readonly NamedBreak[] = [
  ...CONTRACT_BREAKS,
  ...STATUS_BREAKS,
  ...VERIFIER_BREAKS,
  ...CLIENT_BREAKS,
  ...PAYMENT_BREAKS,
  ...MESSAGE_BREAKS,
  ...PROVIDER_BREAKS,
  ...PART_BREAKS,
  ...RENEWAL_BREAKS,
  ...MOCK_BREAKS,
  ...SECRET_BREAKS,
  ...HARNESS_BREAKS,
];
