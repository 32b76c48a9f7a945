// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of another file.

import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** License keys. */
export const VERIFIER_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/verifier/verifySignature.ts', 'test/verifier/verifyLicenseKey.test.ts', [
    { name: 'takes alg from the header', from: 'if (alg !== pinned)', to: 'if (alg === undefined)' },
    { name: 'believes any signature', from: 'if (await verifyBytes', to: 'if (true || await verifyBytes' },
  ]),
  ...breaksOf('src/verifier/TrustedKey.ts', 'test/verifier/verifyLicenseKey.test.ts', [
    {
      name: 'tries all keys',
      from: 'if (only !== undefined && another === undefined) return only;',
      to: 'if (only !== undefined) return only;',
    },
    { name: 'guesses the algorithm of an RSA key', from: 'natural.length === 1 ? natural[0] : undefined', to: 'natural[0]' },
    { name: 'takes a private key for a public one', from: "Object.hasOwn(jwk, 'd')", to: "Object.hasOwn(jwk, 'secret')" },
    { name: 'takes a key that is for encryption', from: "jwk.use !== undefined && jwk.use !== 'sig'", to: 'jwk.use === null' },
  ]),
  ...breaksOf('src/verifier/importKey.ts', 'test/verifier/verifyLicenseKey.test.ts', [
    {
      name: 'keeps a trusted key by what it says of itself',
      from: 'JSON.stringify([algorithm, material])',
      to: 'JSON.stringify([algorithm, key])',
    },
    { name: 'takes an RSA key of 1024 bits', from: 'const MIN_RSA_BITS = 2_048;', to: 'const MIN_RSA_BITS = 1_024;' },
    {
      name: 'calls a key invalid where nothing can be verified',
      from: 'undefined) throw unverifiable();',
      to: "undefined) throw invalidKey('no');",
    },
  ]),
  ...breaksOf('src/verifier/verifyLicenseKey.ts', 'test/verifier/verifyLicenseKey.test.ts', [
    { name: 'takes the demo key beside real ones', from: 'options.keys.length > 1 && (', to: 'options.keys.length > 99 && (' },
    {
      name: 'tells of claims that nobody has signed',
      from: 'const { demo } = await verifying;',
      to: 'await reading;\n  const { demo } = await verifying;',
    },
    { name: 'leaves the error of such claims to nobody', from: 'reading.catch(() => undefined);', to: '' },
    {
      name: 'refuses a key on the first day of its grace',
      from: '  const body = licenseFromClaims',
      to: "  if (claims.exp * 1_000 <= options.now) throw new LicenseError('invalid_claims', 'expired');\n  const body = licenseFromClaims",
    },
  ]),
  ...breaksOf('src/verifier/readClaims.ts', 'test/verifier/verifyLicenseKey.test.ts', [
    { name: 'takes an expiry in milliseconds', from: 'const MAX_DATE = 253_402_300_799;', to: 'const MAX_DATE = Infinity;' },
    { name: 'does without an expiry', from: "if (exp === undefined) throw invalid('exp', 'is missing');", to: '' },
    { name: 'takes a key for another customer', from: 'expected.subject !== undefined && sub', to: 'expected.subject === null && sub' },
  ]),
  ...breaksOf('src/verifier/readToken.ts', 'test/verifier/readToken.test.ts', [
    {
      name: 'ends where a payload is nested too deep',
      from: '  try {\n    return JSON.stringify(value) === text;\n  } catch {\n    return false;\n  }',
      to: '  return JSON.stringify(value) === text;',
    },
    {
      name: 'lets a name stand twice where it is nested too deep',
      from: '  } catch {\n    return false;\n  }',
      to: '  } catch {\n    return true;\n  }',
    },
  ]),
  ...breaksOf('src/verifier/readToken.ts', 'test/vectors/vectors.test.ts', [
    {
      name: 'decodes base64url leniently',
      from: 'lastLetters === undefined || !lastLetters.includes(part.slice(-1))',
      to: 'lastLetters === null',
    },
    { name: 'ignores an extension that has to be understood', from: "Object.hasOwn(header, 'crit') || ", to: '' },
    { name: 'reads a token of any length', from: 'const MAX_LENGTH = 16_384;', to: 'const MAX_LENGTH = Infinity;' },
  ]),
  ...breaksOf('src/verifier/hasDuplicateNames.ts', 'test/vectors/vectors.test.ts', [
    { name: 'lets a name stand twice', from: 'if (names?.has(name)) return true;', to: '' },
  ]),
  ...breaksOf('src/verifier/pasteSources.ts', 'test/verifier/readPastedKey.test.ts', [
    { name: 'decodes each line of a blob anew', from: '    if (index < end) continue;\n', to: '' },
  ]),
  ...breaksOf('src/verifier/verifyBytes.ts', 'test/verifier/verifyBytes.test.ts', [
    { name: 'takes a second signature of the same value', from: 'return isReduced && ', to: 'return ' },
  ]),
  ...breaksOf('src/verifier/readPastedKey.ts', 'test/verifier/readPastedKey.test.ts', [
    {
      name: 'overlooks a private key beside the license key',
      from: 'if (sources.some((source) => isPrivateKey(source.text)))',
      to: 'if (!sources)',
    },
    { name: 'takes a session token for a license key', from: "return 'session_token'", to: 'return null' },
    { name: 'takes the first of two keys', from: 'if (others.some(({ token }) => token !== first.token))', to: 'if (!others)' },
    { name: 'undoes what nobody sees, and says nothing of it', from: "? [] : ['invisible-characters']", to: '? [] : []' },
  ]),
  ...breaksOf('src/verifier/readToken.ts', 'test/verifier/readToken.test.ts', [
    { name: 'takes many texts for one token', from: '!lastLetters.includes(part.slice(-1))', to: 'part === null' },
    { name: 'takes a name of a key that is no text', from: "kid !== undefined && typeof kid !== 'string'", to: 'kid === null' },
    {
      name: 'echoes a key that it refuses',
      from: "throw malformed('it does not have three parts of base64url')",
      to: 'throw malformed(`three parts: ${compactJws}`)',
    },
  ]),
];
