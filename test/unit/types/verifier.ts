import {
  compareLicenses,
  extractLicenseKey,
  type License,
  licenseFromClaims,
  type LicenseState,
  type LicenseWarning,
  type PasteRepair,
  readUnverifiedClaims,
  verifyLicenseKey,
  verifySignature,
} from '@alexandria-ee/license-ui/verifier';
import { expectType } from './expectType.js';

export async function verifies(present: License) {
  const { state, claims, license, demo } = await verifyLicenseKey('', { keys: [''], now: 0, audience: 'gateway' });
  expectType<LicenseState>()(state);
  expectType<boolean>()(demo);
  expectType<number>()(claims.exp);
  expectType<string | undefined>()(claims.sub);
  // @ts-expect-error No key is trusted by default.
  await verifyLicenseKey('', { now: 0 });
  // @ts-expect-error The time is required.
  await verifyLicenseKey('', { keys: [''] });
  // @ts-expect-error The key determines the algorithm.
  await verifyLicenseKey('', { keys: [''], now: 0, algorithms: ['none'] });
  // @ts-expect-error A key is a JWK or a PEM.
  await verifyLicenseKey('', { keys: [7], now: 0 });

  expectType<Uint8Array>()(await verifySignature('', { kty: 'OKP' }));
  expectType<readonly PasteRepair[]>()(extractLicenseKey('').repairs);
  // @ts-expect-error Unverified claims have no state.
  readUnverifiedClaims('').state;
  // @ts-expect-error The claim exp is required.
  licenseFromClaims({ tier: 'enterprise', entitlements: [] });
  expectType<License>()(licenseFromClaims(claims));

  const comparison = compareLicenses(present, { license, customer: null, demo }, 0);
  expectType<number | null>()(comparison.expiresAt.after);
  expectType<readonly LicenseWarning[]>()(comparison.warnings);
  // @ts-expect-error The field demo is required.
  compareLicenses(null, { license, customer: null }, 0);
}
