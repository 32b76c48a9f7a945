import type { Check } from './Check.js';
import { bundleChecks } from './checks/bundles.js';
import { contentChecks } from './checks/contents.js';
import { entryChecks } from './checks/entries.js';
import { moduleChecks } from './checks/modules.js';
import { toolChecks } from './checks/tools.js';
import { typeChecks } from './checks/types.js';

/** Every rule for the published package. */
export const CHECKS: readonly Check[] = [...contentChecks, ...entryChecks, ...moduleChecks, ...bundleChecks, ...toolChecks, ...typeChecks];
