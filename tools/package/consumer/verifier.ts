import {
  type Change,
  compareLicenses,
  type ExpectedClaims,
  type ExtractedLicenseKey,
  extractLicenseKey,
  isLicenseError,
  type License,
  type LicenseAlgorithm,
  type LicenseClaims,
  type LicenseComparison,
  LicenseError,
  type LicenseErrorCode,
  licenseFromClaims,
  type LicenseState,
  type LicenseWarning,
  type OfferedLicense,
  type PasteRepair,
  type PublicJwk,
  type PublicPem,
  readUnverifiedClaims,
  type TrustedKey,
  type VerifiedLicense,
  verifyLicenseKey,
  type VerifyOptions,
  verifySignature,
} from '@alexandria-ee/license-ui/verifier';

const algorithm: LicenseAlgorithm = 'EdDSA';
const jwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: '', kid: '2026', alg: algorithm };
const pem: PublicPem = { pem: '-----BEGIN PUBLIC KEY-----', alg: 'RS256', kid: '2025' };
const keys: readonly TrustedKey[] = [jwk, pem, '-----BEGIN PUBLIC KEY-----'];
const expected: ExpectedClaims = { issuer: 'https://alexandria.example' };
const options: VerifyOptions = { ...expected, keys, now: Date.now() };

export async function verify(pasted: string, present: License | null): Promise<LicenseComparison> {
  const extracted: ExtractedLicenseKey = extractLicenseKey(pasted);
  const { licenseKey } = extracted;
  const repairs: readonly PasteRepair[] = extracted.repairs;
  const payload: Uint8Array = await verifySignature(licenseKey, jwk);
  const verified: VerifiedLicense = await verifyLicenseKey(licenseKey, options);
  const state: LicenseState = verified.state;
  const derived: License = licenseFromClaims(verified.claims);
  const { license, demo, claims } = verified;
  const offered: OfferedLicense = { license, demo, customer: claims.sub ?? null };
  const comparison = compareLicenses(present, offered, options.now);
  const tier: Change<string | null> = comparison.tier;
  const warnings: readonly LicenseWarning[] = comparison.warnings;
  console.log(repairs, payload.byteLength, state, derived.expiresAt, tier.after, warnings.length);
  return comparison;
}

export function explain(error: unknown, licenseKey: string): LicenseErrorCode | LicenseClaims {
  if (!isLicenseError(error)) throw new LicenseError('unverifiable', 'Nothing is known.');
  return error.code === 'unverifiable' ? readUnverifiedClaims(licenseKey) : error.code;
}
