import { createWordLoader } from './createWordLoader.js';
import type { RenewalMessages } from './enRenewal.js';

/** Loads the texts of the renewal in the built-in languages except English. */
export const renewalLanguages = createWordLoader<RenewalMessages>(
  new Map([
    ['ar', () => import('./arRenewal.js').then(({ arRenewal }) => arRenewal)],
    ['de', () => import('./deRenewal.js').then(({ deRenewal }) => deRenewal)],
    ['fr', () => import('./frRenewal.js').then(({ frRenewal }) => frRenewal)],
    ['ja', () => import('./jaRenewal.js').then(({ jaRenewal }) => jaRenewal)],
  ]),
);
