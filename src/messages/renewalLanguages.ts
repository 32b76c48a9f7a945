import { createWordLoader } from './createWordLoader.js';
import type { RenewalMessages } from './enRenewal.js';

/** What a renewal says in the languages beside English. */
export const renewalLanguages = createWordLoader<RenewalMessages>(
  new Map([
    ['ar', () => import('./arRenewal.js').then(({ arRenewal }) => arRenewal)],
    ['de', () => import('./deRenewal.js').then(({ deRenewal }) => deRenewal)],
    ['fr', () => import('./frRenewal.js').then(({ frRenewal }) => frRenewal)],
    ['ja', () => import('./jaRenewal.js').then(({ jaRenewal }) => jaRenewal)],
  ]),
);
