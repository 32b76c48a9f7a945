import { useRef, useState } from 'react';
import type { License } from '../../license/License.js';
import { isLicenseError } from '../../license/LicenseError.js';
import { type KeyProblem, renewalMessages } from '../../messages/enRenewal.js';
import { compareLicenses, type LicenseComparison, type OfferedLicense } from '../../license/compareLicenses.js';
import { licenseFromClaims } from '../../verifier/claims.js';
import { extractLicenseKey, type PasteRepair } from '../../verifier/extractLicenseKey.js';
import type { TrustedKey } from '../../verifier/trustedKeys.js';
import { readUnverifiedClaims, verifyLicenseKey } from '../../verifier/verifyLicenseKey.js';

/** The license of an accepted key, without the key itself. */
export type OfferedKey = {
  readonly kind: 'offered';
  readonly offered: OfferedLicense;
  /** The comparison with the license at the time of the check. */
  readonly comparison: LicenseComparison;
  readonly repairs: readonly PasteRepair[];
  /** Why the signature was not verified; `null` if it is valid. */
  readonly unverified: 'unverifiable' | 'no-keys' | null;
};

/** The result of a check. */
export type KeyCheck =
  | { readonly kind: 'none' | 'checking' | 'too-large' }
  | { readonly kind: 'problem'; readonly problem: KeyProblem }
  | OfferedKey;

// Larger than any Secret manifest with a key.
const MAX_BYTES = 262_144;

/** Checks keys. A later check discards the result of an earlier one. */
export function useKeyCheck(trustedKeys: readonly TrustedKey[] | undefined, present: License | null, now: () => number) {
  const [check, setCheck] = useState<KeyCheck>({ kind: 'none' });
  const lastRun = useRef(0);
  const run = async (work: () => Promise<KeyCheck>): Promise<KeyCheck> => {
    lastRun.current += 1;
    const thisRun = lastRun.current;
    setCheck({ kind: 'checking' });
    const outcome = await work();
    if (thisRun === lastRun.current) setCheck(outcome);
    return outcome;
  };
  return {
    check,
    checkText: (text: string) => run(() => checkKey(text, trustedKeys ?? [], present, now())),
    checkFile: (file: Blob) =>
      run(async () => (file.size > MAX_BYTES ? { kind: 'too-large' } : checkKey(await readText(file), trustedKeys ?? [], present, now()))),
    clear: () => {
      lastRun.current += 1;
      setCheck({ kind: 'none' });
    },
  };
}

async function checkKey(text: string, keys: readonly TrustedKey[], present: License | null, now: number): Promise<KeyCheck> {
  const offer = (offered: OfferedLicense) => ({ kind: 'offered' as const, offered, comparison: compareLicenses(present, offered, now) });
  try {
    const { licenseKey, repairs } = extractLicenseKey(text);
    const unverified = keys.length === 0 ? 'no-keys' : null;
    if (unverified === null) {
      try {
        const { claims, license, demo } = await verifyLicenseKey(licenseKey, { keys, now });
        return { ...offer({ license, customer: claims.sub ?? null, demo }), repairs, unverified };
      } catch (error) {
        if (!isLicenseError(error) || error.code !== 'unverifiable') throw error;
      }
    }
    const claims = readUnverifiedClaims(licenseKey);
    const offered = { license: licenseFromClaims(claims), customer: claims.sub ?? null, demo: false };
    return { ...offer(offered), repairs, unverified: unverified ?? 'unverifiable' };
  } catch (error) {
    return { kind: 'problem', problem: isLicenseError(error) && isKeyProblem(error.code) ? error.code : 'invalid_key' };
  }
}

// Invalid options are mistakes of the app. The user cannot fix them with another key.
function isKeyProblem(code: string): code is KeyProblem {
  return Object.hasOwn(renewalMessages.check.problems, code);
}

// Editors on Windows may write UTF-16 with a byte order mark.
async function readText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await readBytes(file));
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

// Reading a folder or a deleted file fails. Returns an empty buffer instead.
async function readBytes(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    return new ArrayBuffer(0);
  }
}
