import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LicenseAlgorithm, PublicJwk } from '../../src/verifier/trustedKeys.js';
import type { Vector } from './judge.js';

const DISPUTED = 'wycheproof/_disputed.json';
const ALGORITHMS: readonly string[] = ['EdDSA', 'ES256', 'RS256', 'PS256'] satisfies LicenseAlgorithm[];

/**
 * Finds the folder of public signature vectors. It is `SIGNATURE_VECTORS`, else a folder `vectors` in this project or in a parent
 * folder. Direct subfolders of these are searched, too. Returns `null` if there is none.
 */
export function findVectors(): string | null {
  const named = process.env['SIGNATURE_VECTORS'];
  if (named) return existsSync(join(named, DISPUTED)) ? resolve(named) : null;
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const here = [folder, ...subfolders(folder)].map((each) => join(each, 'vectors')).find((each) => existsSync(join(each, DISPUTED)));
    if (here) return here;
    if (folder === dirname(folder)) return null;
  }
}

/** Reads all vectors of the folder, labelled for a strict verifier of four algorithms. */
export function readVectors(folder: string): readonly Vector[] {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return [
    ...jsonWebSignatures(read('wycheproof/json_web_signature_test.json'), disputes(read(DISPUTED))),
    ...rawSignatures('ed25519_test', 'EdDSA', read('wycheproof/ed25519_test.json')),
    ...rawSignatures('rsa_signature_2048_sha256_test', 'RS256', read('wycheproof/rsa_signature_2048_sha256_test.json')),
    ...rfcExamples('rfc7515_appendix_a', read('rfc/rfc7515_appendix_a.json')),
    ...rfcExamples('rfc8037_appendix_a', read('rfc/rfc8037_appendix_a.json')),
  ];
}

type Test = { tcId: number; result: string; jws: string; msg: string; sig: string };
type Group = { tests: Test[]; public?: PublicJwk; private?: PublicJwk; publicKeyJwk?: PublicJwk; publicKeyPem: string };
type Groups = { testGroups: Group[] };
type Example = { section: string; result: string; key?: PublicJwk; keys?: PublicJwk[]; compact?: string; json?: object };

function disputes({ vectors }: { vectors: { tcIds: number[]; strict: string }[] }): ReadonlyMap<number, string> {
  return new Map(vectors.flatMap(({ tcIds, strict }) => tcIds.map((id) => [id, strict] as const)));
}

function jsonWebSignatures({ testGroups }: Groups, strict: ReadonlyMap<number, string>): readonly Vector[] {
  return testGroups.flatMap((group) => {
    const key = group.public ?? group.private ?? {};
    return group.tests.map(({ tcId, result, jws }): Vector => {
      const label = strict.get(tcId) ?? result;
      return {
        kind: 'jws',
        file: 'json_web_signature_test',
        id: String(tcId),
        token: jws,
        key,
        expected: label === 'valid' && isOurs(key) ? 'accept' : 'refuse',
        corrected: strict.has(tcId),
      };
    });
  });
}

// Bare signatures do not fit into a JWS. The label `acceptable` counts as invalid.
function rawSignatures(file: string, algorithm: LicenseAlgorithm, { testGroups }: Groups): readonly Vector[] {
  return testGroups.flatMap(({ tests, publicKeyJwk, publicKeyPem }) =>
    tests.map(
      ({ tcId, result, msg, sig }): Vector => ({
        kind: 'bytes',
        file,
        id: String(tcId),
        algorithm,
        key: publicKeyJwk ?? { pem: publicKeyPem, alg: algorithm },
        signature: sig,
        data: msg,
        expected: result === 'valid' ? 'accept' : 'refuse',
        corrected: false,
      }),
    ),
  );
}

function rfcExamples(file: string, { vectors }: { vectors: Example[] }): readonly Vector[] {
  return vectors.map(({ section, result, key: given, keys, compact, json }): Vector => {
    const named = given ?? keys?.[0] ?? { kty: 'EC' };
    // The key of appendix A.2 does not name its RSA algorithm.
    const key = named.kty === 'RSA' ? { ...named, alg: 'RS256' } : named;
    const expected = result === 'valid' && isOurs(key) ? 'accept' : 'refuse';
    return { kind: 'jws', file, id: section, token: compact ?? JSON.stringify(json), key, expected, corrected: false };
  });
}

function isOurs({ alg, kty, crv }: PublicJwk): boolean {
  const natural = kty === 'OKP' && crv === 'Ed25519' ? 'EdDSA' : kty === 'EC' && crv === 'P-256' ? 'ES256' : '';
  return ALGORITHMS.includes(alg ?? natural);
}

function subfolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules' ? [join(folder, entry.name)] : [],
    );
  } catch {
    return [];
  }
}
