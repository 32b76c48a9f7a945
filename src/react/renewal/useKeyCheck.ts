import { useRef, useState } from 'react';
import type { License } from '../../license/License.js';
import { isLicenseError } from '../../license/LicenseError.js';
import type { KeyProblem } from '../../messages/enRenewal.js';
import { compareLicenses, type LicenseComparison, type OfferedLicense } from '../../license/compareLicenses.js';
import { type PasteRepair, readPastedKey } from '../../verifier/readPastedKey.js';
import type { TrustedKey } from '../../verifier/TrustedKey.js';
import { licenseOf, readUnverifiedClaims, verifyLicenseKey } from '../../verifier/verifyLicenseKey.js';

/** What came of a check. The key itself is not kept. */
export type KeyCheck =
  | { readonly kind: 'none' | 'checking' | 'too-large' }
  | { readonly kind: 'problem'; readonly problem: KeyProblem }
  | {
      readonly kind: 'offered';
      readonly offered: OfferedLicense;
      /** Beside the license that was there when it was checked. */
      readonly comparison: LicenseComparison;
      readonly undone: readonly PasteRepair[];
      /** Why nothing is verified; `null` where the signature is good. */
      readonly unverified: 'unverifiable' | 'no-keys' | null;
    };

/** More than a key with a whole Secret around it. */
const MAX_BYTES = 262_144;

/** Checks keys, the last one that was given. */
export function useKeyCheck(trustedKeys: readonly TrustedKey[] | undefined, present: License | null, now: () => number) {
  const [check, setCheck] = useState<KeyCheck>({ kind: 'none' });
  const turn = useRef(0);
  const run = async (work: () => Promise<KeyCheck>): Promise<boolean> => {
    turn.current += 1;
    const own = turn.current;
    setCheck({ kind: 'checking' });
    const outcome = await work();
    if (own === turn.current) setCheck(outcome);
    return outcome.kind === 'offered';
  };
  return {
    check,
    /** Tells whether it is a license key. */
    checkText: (text: string) => run(() => examine(text, trustedKeys ?? [], present, now())),
    checkFile: (file: Blob) =>
      run(async () => (file.size > MAX_BYTES ? { kind: 'too-large' } : examine(await readText(file), trustedKeys ?? [], present, now()))),
    clear: () => {
      turn.current += 1;
      setCheck({ kind: 'none' });
    },
  };
}

async function examine(text: string, keys: readonly TrustedKey[], present: License | null, now: number): Promise<KeyCheck> {
  const offer = (offered: OfferedLicense) => ({ kind: 'offered' as const, offered, comparison: compareLicenses(present, offered, now) });
  try {
    const { licenseKey, undone } = readPastedKey(text);
    const unverified = keys.length === 0 ? 'no-keys' : null;
    if (unverified === null) {
      try {
        const { claims, license, demo } = await verifyLicenseKey(licenseKey, { keys, now });
        return { ...offer({ license, customer: claims.sub ?? null, demo }), undone, unverified };
      } catch (error) {
        if (!isLicenseError(error) || error.code !== 'unverifiable') throw error;
      }
    }
    const claims = readUnverifiedClaims(licenseKey);
    const offered = { license: licenseOf(claims), customer: claims.sub ?? null, demo: false };
    return { ...offer(offered), undone, unverified: unverified ?? 'unverifiable' };
  } catch (error) {
    return { kind: 'problem', problem: isLicenseError(error) && isKeyProblem(error.code) ? error.code : 'invalid_key' };
  }
}

// What the host has set up wrongly is no fault of the key.
function isKeyProblem(code: string): code is KeyProblem {
  return code !== 'invalid_option' && code !== 'missing_provider';
}

// Editors on Windows write UTF-16 with a byte order mark. A folder, or a deleted file, reads as empty.
async function readText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await readBytes(file));
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

async function readBytes(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    return new ArrayBuffer(0);
  }
}
