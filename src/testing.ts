/**
 * A fixed license for stories and for tests of the app.
 *
 * @module license-ui/testing
 */
'use client';

export { StaticLicense, type StaticLicenseProps } from './testing/StaticLicense.js';
export { renderWithLicense, type RenderFunction } from './testing/renderWithLicense.js';

// Types of props.
export type { ScenarioName } from '../mocks/scenarios.js';
