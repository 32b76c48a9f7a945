/**
 * The mock Alexandria API, for MSW.
 *
 * @module license-ui/mocks
 */

export { type Alexandria, type AlexandriaOptions, startAlexandria } from './startAlexandria.js';
export { handlers, type HandlerOptions } from './handlers.js';
export { type FaultName, faults, isFaultName } from './faults.js';
export { type FaultScript, type FaultStep, parseFaultScript } from './parseFaultScript.js';
export { isScenarioName, type Scenario, type ScenarioName, scenarios } from './scenarios.js';

// Demo keys and tokens.
export { demoPublicKey } from './demoKey.js';
export { mintLicenseKey, type MintOptions, parseExpiry } from './mintLicenseKey.js';
export { mintSessionToken, type SessionRole } from './sessionTokens.js';
