import { inspect } from 'node:util';
import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import type { LicenseErrorCode } from '../../src/license/LicenseError.js';
import type { PasteRepair } from '../../src/verifier/extractLicenseKey.js';

/** A pasted text and its expected result: the repairs, or the error code. */
export type Paste = { readonly what: string; readonly text: string; readonly answer: readonly PasteRepair[] | LicenseErrorCode };

const base64 = (text: string) => Buffer.from(text).toString('base64');
const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const spaced = (value: object) => JSON.stringify(value, null, 2).replaceAll('":', '" :');
const wrap = (text: string, width: number, line = '\n') => (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(line);

// Mints a key with `--` and `_`, which word processors and Markdown change.
async function mintKeyWithHyphens(): Promise<string> {
  for (let tries = 0; tries < 20_000; tries += 1) {
    const key = await mintLicenseKey({ expiresAt: Date.UTC(2027, 4, 1), subject: `acme-${tries}` });
    const [, , signature = ''] = key.split('.');
    if (/[^-]--[^-]/.test(signature) && /[^-]-[^-]/.test(signature) && signature.includes('_')) return key;
  }
  throw new Error('No signature contains two hyphens, a single one and an underscore.');
}

/** Returns a license key, and the pastes that are derived from it. */
export async function createPastes(): Promise<{ key: string; pastes: readonly Paste[] }> {
  const key = await mintKeyWithHyphens();
  const other = await mintLicenseKey({ expiresAt: Date.UTC(2028, 4, 1) });
  const rsa = await generateKeyPair('RS256', { extractable: true });
  const ed = await generateKeyPair('EdDSA', { extractable: true });
  const [header = '', payload = '', signature = ''] = key.split('.');
  const session = await new SignJWT({ sub: 'ada', role: 'admin' }).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32));
  const [privateJwk, publicJwk, privatePem, publicPem] = await Promise.all([
    exportJWK(ed.privateKey),
    exportJWK(ed.publicKey),
    exportPKCS8(ed.privateKey),
    exportSPKI(rsa.publicKey),
  ]);
  const jwe = [segment({ alg: 'dir', enc: 'A256GCM' }), '', 'aXY', 'Y2lwaGVy', 'dGFn'].join('.');
  const secret = (value: string, field = 'data') =>
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: alexandria-ee-license\n  namespace: alexandria\ntype: Opaque\n${field}:\n  license.key: ${value}\n`;
  const unit = (line: string) =>
    `[Unit]\nDescription=Alexandria\n\n[Container]\nImage=alexandria-ee\n${line}\nPublishPort=8080:8080\n\n[Install]\nWantedBy=default.target\n`;

  const kubectl = `apiVersion: v1\ndata:\n  license.key: ${base64(key).replace(/=+$/, '')}\nkind: Secret\nmetadata:\n  name: alexandria-ee-license\ntype: Opaque\n`;
  // The output of `kubectl get -o json` for a Secret that `kubectl apply` has created.
  const annotated = (applied: string) => {
    const manifest = JSON.stringify({ kind: 'Secret', stringData: { 'license.key': applied } });
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': manifest };
    return JSON.stringify({ kind: 'Secret', data: { 'license.key': base64(key) }, metadata: { annotations } });
  };

  const dashed = (dash: string) => key.replaceAll('-', dash);
  const pastes: readonly Paste[] = [
    { what: 'with em dashes for its hyphens', text: dashed('\u2014'), answer: ['dashes'] },
    { what: 'with en dashes, in a sentence', text: `Your key \u2013 here it is: ${dashed('\u2013')}`, answer: ['dashes', 'yaml'] },
    { what: 'with the hyphens of Unicode', text: dashed('\u2010'), answer: ['dashes'] },
    { what: 'with non-breaking hyphens', text: dashed('\u2011'), answer: ['dashes'] },
    { what: 'with minus signs', text: dashed('\u2212'), answer: ['dashes'] },
    { what: 'with an em dash for two hyphens', text: key.replace('--', '\u2014'), answer: ['dashes'] },
    { what: 'with the escapes of Markdown', text: key.replace(/[-_.]/g, '\\$&'), answer: ['markdown'] },
    {
      what: 'with em and en dashes, as word processors write them',
      text: dashed('\u2013').replace('\u2013\u2013', '\u2014'),
      answer: ['dashes'],
    },
    {
      what: 'with an em dash for two hyphens, above a name',
      text: `${key.replace('--', '\u2014')}\nRegards`,
      answer: ['dashes', 'surroundings'],
    },
    { what: 'cut, above a greeting and a name', text: `${key.slice(0, -5)}\nRegards\nGrace`, answer: 'truncated_token' },
    { what: 'cut, in an .env file', text: `LICENSE_KEY=${key.slice(0, -3)}\nLOG_LEVEL=info\n`, answer: 'truncated_token' },
    { what: 'cut in a sentence, beside the whole key', text: `${key.slice(0, -3)} does not work\n\n${key}`, answer: ['surroundings'] },
    { what: 'wrapped in a JSON string', text: JSON.stringify(wrap(key, 64)), answer: ['json', 'white-space'] },
    { what: 'wrapped with blank lines', text: wrap(key, 64, '\n\n'), answer: ['white-space'] },
    { what: 'wrapped in a comment', text: `# ${wrap(key, 64, '\n# ')}`, answer: ['surroundings', 'white-space'] },
    { what: 'base64 that a mail program has quoted', text: `> ${wrap(base64(key), 64, '\n> ')}`, answer: ['surroundings', 'base64'] },
    {
      what: 'a private key with no-break spaces, beside the license key',
      text: `${key}\n${privatePem.replaceAll(' ', '\u00a0')}`,
      answer: 'private_key',
    },
    {
      what: 'a private key with other dashes, beside the license key',
      text: `${key}\n${privatePem.replaceAll('-', '\u2013')}`,
      answer: 'private_key',
    },
    { what: 'a private key of SSH2', text: '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nAAAA', answer: 'private_key' },
    { what: 'below a sentence with a dash', text: `Your key \u2014 at last\n\n${key}`, answer: ['surroundings'] },
    { what: 'as a JSON string with a line break', text: JSON.stringify(`${key}\n`), answer: ['json', 'white-space'] },
    { what: 'the key', text: key, answer: [] },
    { what: 'with a line break at its end', text: `${key}\n`, answer: ['white-space'] },
    { what: 'with CRLF at its end', text: `${key}\r\n`, answer: ['white-space'] },
    { what: 'with white space around it', text: `  \t${key}  \n\n`, answer: ['white-space'] },
    { what: 'with a byte order mark', text: `\ufeff${key}`, answer: ['invisible-characters'] },
    { what: 'with zero-width spaces inside', text: `${header}.\u200b${payload}.\u200b${signature}`, answer: ['invisible-characters'] },
    {
      what: 'with soft hyphens inside',
      text: `${header}.${payload.slice(0, 9)}\u00ad${payload.slice(9)}.${signature}`,
      answer: ['invisible-characters'],
    },
    { what: 'with bidirectional marks around it', text: `\u2068${key}\u2069`, answer: ['invisible-characters'] },
    { what: 'with a word joiner and a line break', text: `\u2060${key}\n`, answer: ['invisible-characters', 'white-space'] },
    { what: 'with no-break spaces around it', text: `\u00a0${key}\u00a0`, answer: ['white-space'] },
    { what: 'wrapped at 64 characters', text: wrap(key, 64), answer: ['white-space'] },
    { what: 'wrapped at 76 characters with CRLF', text: wrap(key, 76, '\r\n'), answer: ['white-space'] },
    { what: 'wrapped after its dots', text: `${header}.\n${payload}.\n${signature}`, answer: ['white-space'] },
    { what: 'with spaces in it, as from a PDF', text: wrap(key, 80, ' '), answer: ['white-space'] },
    { what: 'wrapped and quoted by a mail program', text: `> ${wrap(key, 70, '\n> ')}`, answer: ['surroundings', 'white-space'] },
    { what: 'wrapped with backslashes, as in a shell', text: wrap(key, 70, '\\\n'), answer: ['surroundings', 'white-space'] },
    {
      what: 'in a mail, wrapped, with a greeting and a name',
      text: `Hello Ada,\n\nhere is your key:\n\n${wrap(key, 76)}\n\nRegards\nGrace`,
      answer: ['surroundings', 'white-space'],
    },
    { what: 'in a sentence, with a full stop', text: `Your license key is ${key}.`, answer: ['surroundings'] },
    { what: 'with a name straight below it', text: `${key}\nRegards\nGrace`, answer: ['surroundings'] },
    { what: 'in double quotes', text: `"${key}"`, answer: ['quotes'] },
    { what: 'in single quotes', text: `'${key}'`, answer: ['quotes'] },
    { what: 'in typographic quotes', text: `“${key}”`, answer: ['quotes'] },
    { what: 'in German quotes', text: `„${key}“`, answer: ['quotes'] },
    { what: 'in backticks', text: `\`${key}\``, answer: ['quotes'] },
    { what: 'in a Markdown block', text: `\`\`\`\n${key}\n\`\`\``, answer: ['surroundings'] },
    { what: 'in angle brackets', text: `<${key}>`, answer: ['surroundings'] },
    { what: 'as an assignment', text: `LICENSE_KEY=${key}`, answer: ['assignment'] },
    { what: 'as a quoted assignment', text: `LICENSE_KEY="${key}"\n`, answer: ['assignment', 'quotes'] },
    { what: 'exported by a shell', text: `export LICENSE_KEY='${key}'`, answer: ['assignment', 'quotes'] },
    { what: 'set by PowerShell', text: `$env:LICENSE_KEY = "${key}"`, answer: ['assignment', 'quotes'] },
    { what: 'set by cmd', text: `set LICENSE_KEY=${key}`, answer: ['assignment'] },
    {
      what: 'a line of an .env file among others',
      text: `# Alexandria\nPORT=8080\nLICENSE_KEY=${key}\nLOG_LEVEL=info\n`,
      answer: ['assignment'],
    },
    { what: 'a line of a unit file', text: `Environment=LICENSE_KEY=${key}`, answer: ['assignment'] },
    { what: 'a quoted line of a unit file', text: `Environment="LICENSE_KEY=${key}"`, answer: ['assignment'] },
    { what: 'a whole unit file', text: unit(`Environment=LICENSE_KEY=${key}`), answer: ['assignment'] },
    {
      what: 'in a command of Helm',
      text: `helm upgrade --install alexandria-ee k8s/helm/alexandria-ee/ --set license.key=${key}`,
      answer: ['assignment'],
    },
    {
      what: 'in a command of kubectl',
      text: `kubectl create secret generic alexandria-ee-license --from-literal=license.key=${key} -n alexandria`,
      answer: ['assignment'],
    },
    { what: 'in an Authorization header', text: `Authorization: Bearer ${key}`, answer: ['surroundings'] },
    { what: 'a line of YAML', text: `license.key: ${key}`, answer: ['yaml'] },
    { what: 'a quoted line of YAML', text: `  license.key: "${key}"`, answer: ['yaml', 'quotes'] },
    { what: 'values.yaml', text: `license:\n  key: ${key}\n  secretName: ""\n`, answer: ['yaml'] },
    { what: 'folded YAML', text: `license.key: >-\n  ${wrap(key, 60, '\n  ')}\ntype: Opaque\n`, answer: ['yaml', 'white-space'] },
    { what: 'a Secret with stringData', text: secret(key, 'stringData'), answer: ['yaml'] },
    { what: 'a Secret with data', text: secret(base64(key)), answer: ['yaml', 'base64'] },
    { what: 'a Secret with data that ends with a line break', text: secret(base64(`${key}\n`)), answer: ['yaml', 'base64', 'white-space'] },
    {
      what: 'a Secret as JSON',
      text: JSON.stringify({ kind: 'Secret', data: { 'license.key': base64(key) } }, null, 2),
      answer: ['json', 'base64'],
    },
    {
      what: 'a Secret as JSON with stringData',
      text: JSON.stringify({ kind: 'Secret', stringData: { 'license.key': key } }),
      answer: ['json'],
    },
    { what: 'a field of JSON', text: JSON.stringify({ licenseKey: key }), answer: ['json'] },
    { what: 'under base64', text: base64(key), answer: ['base64'] },
    { what: 'under base64 in lines', text: wrap(base64(key), 76), answer: ['base64'] },
    { what: 'an assignment under base64', text: base64(`LICENSE_KEY=${key}\n`), answer: ['base64', 'assignment'] },
    { what: 'a field of JSON under base64', text: base64(JSON.stringify({ licenseKey: key })), answer: ['base64', 'json'] },
    { what: 'under base64, in a sentence', text: `The key is ${base64(key)}.`, answer: ['surroundings', 'base64'] },
    { what: 'a Secret with data in lines', text: secret(`|\n    ${wrap(base64(key), 64, '\n    ')}`), answer: ['yaml', 'base64'] },
    {
      what: 'under base64 in lines that are full, with a name below',
      text: `${wrap(base64(`${key}\n`), 58)}\nRegards\n`,
      answer: ['surroundings', 'base64', 'white-space'],
    },
    { what: 'a line of YAML with a quoted name', text: `"license.key": ${key}`, answer: ['yaml'] },
    { what: 'in a sentence, with more below it', text: `Your license key is ${key}.\n\nRegards\nGrace`, answer: ['surroundings'] },
    { what: 'in a sentence, with another one', text: `Your license key is ${key}. Please install it today.`, answer: ['surroundings'] },
    { what: 'a Secret as kubectl prints it', text: kubectl, answer: ['yaml', 'base64'] },
    {
      what: 'a Secret with more in it',
      text: `data:\n  license.key: ${base64(key).replace(/=+$/, '')}\n  other: YWJj\nkind: Secret\n`,
      answer: ['yaml', 'base64'],
    },
    { what: 'a Secret with the manifest that it was made from', text: annotated(key), answer: ['json', 'base64'] },
    { what: 'under base64 in lines, with a name below', text: `${wrap(base64(key), 76)}\nRegards\n`, answer: ['base64', 'surroundings'] },
    { what: 'with the prompt of a terminal behind it', text: `${key}ada@host:~$ `, answer: ['surroundings'] },
    { what: 'with another prompt behind it', text: `${key}bash-5.1$ `, answer: ['surroundings'] },
    { what: 'in the colours of a terminal', text: `\u001b[32m${key}\u001b[0m`, answer: ['invisible-characters'] },
    { what: 'a line of JSON’s escapes', text: JSON.stringify({ msg: `license:\n${key}` }), answer: ['json', 'surroundings'] },
    { what: 'wrapped in a string of JSON', text: JSON.stringify({ key: wrap(key, 64) }), answer: ['json', 'white-space'] },
    {
      what: 'an assignment in JSON, as of docker inspect',
      text: JSON.stringify([{ Config: { Env: ['PORT=1', `LICENSE_KEY=${key}`] } }]),
      answer: ['json', 'assignment'],
    },
    { what: 'percent-encoded', text: `LICENSE_KEY%3D${key}%0A`, answer: 'truncated_token' },
    { what: 'an assignment that was wrapped', text: wrap(`LICENSE_KEY=${key}`, 20), answer: ['assignment', 'white-space'] },
    { what: 'in quoted-printable', text: `LICENSE_KEY=3D${wrap(key, 70, '=\r\n')}`, answer: 'malformed_token' },
    {
      what: 'with line numbers',
      text: wrap(key, 70)
        .split('\n')
        .map((line, at) => `     ${at + 1}\t${line}`)
        .join('\n'),
      answer: 'truncated_token',
    },
    { what: 'wrapped with the carets of cmd', text: wrap(key, 70, '^\r\n'), answer: ['surroundings', 'white-space'] },
    { what: 'with the line breaks of a page', text: wrap(key, 70, '<br>'), answer: 'truncated_token' },
    { what: 'a file in UTF-16 read as UTF-8', text: `\ufffd\ufffd${[...key].join('\u0000')}\u0000`, answer: ['invisible-characters'] },
    { what: 'a new line of a diff', text: `+${key}`, answer: ['surroundings'] },
    { what: 'below a key that was left out', text: `The old key eyJhbGciOi... was replaced by\n\n${key}`, answer: ['surroundings'] },
    { what: 'straight below a session token', text: `${session}\n${key}`, answer: ['surroundings'] },
    { what: 'beside a public key in JSON', text: JSON.stringify({ licenseKey: key, jwk: publicJwk }), answer: ['json'] },
    {
      what: 'below a sentence that mentions eyJ',
      text: `There is no license key in it. A license key begins with eyJ.\n\n${key}`,
      answer: ['surroundings'],
    },
    { what: 'below the first part of another one', text: `Your old key eyJhbGciOiJFZERTQSJ9. ${key}`, answer: ['surroundings'] },
    {
      what: 'wrapped, below a sentence that mentions eyJ',
      text: `It begins with eyJ.\n\n${wrap(key, 64)}`,
      answer: ['surroundings', 'white-space'],
    },
    {
      what: 'wrapped, below another one that is cut',
      text: `${key.slice(0, header.length + 21)}\n${wrap(key, 64)}`,
      answer: ['surroundings', 'white-space'],
    },
    { what: 'with a zero-width space, under base64', text: base64(`${key.slice(0, 50)}\u200b${key.slice(50)}`), answer: ['base64'] },
    { what: 'twice the same', text: `${key}\n${key}`, answer: ['surroundings'] },
    { what: 'beside a session token', text: `token: ${session}\nlicense: ${key}`, answer: ['yaml'] },
    { what: 'beside a public key', text: `${publicPem}\n${key}`, answer: ['surroundings'] },

    { what: 'with a full stop behind it', text: `${key}.`, answer: ['surroundings'] },
    { what: 'with three dots and a short name below', text: `The key is ${key}...\nAda`, answer: ['surroundings'] },
    {
      what: 'wrapped before its dots, and within its signature',
      text: `${header}\n.${payload}\n.${signature.slice(0, 43)}\n${signature.slice(43)}`,
      answer: ['white-space'],
    },
    { what: 'straight behind a colon', text: `license.key:${key}`, answer: ['yaml'] },
    { what: 'below an assignment of another kind', text: `PORT=8080\n${key}`, answer: ['surroundings'] },
    { what: 'far behind an assignment', text: `LICENSE_KEY=${' '.repeat(200)}${key}`, answer: ['surroundings'] },
    { what: 'under base64, with line breaks around it', text: `\n${base64(key)}\n`, answer: ['base64'] },
    { what: 'under base64, below a sentence', text: `The license\n${base64(key)}`, answer: ['surroundings', 'base64'] },
    { what: 'under base64, wrapped by a terminal', text: wrap(base64(key), 77), answer: ['base64'] },
    {
      what: 'in quoted-printable, with the line breaks of Unix',
      text: `The license:\n${wrap(key, 70, '=\n')}`,
      answer: 'truncated_token',
    },
    {
      what: 'in quoted-printable, below an address and a percent sign',
      text: `100% of https://example.com/?q=3Dour%20license\n${wrap(key, 70, '=\n')}`,
      answer: 'truncated_token',
    },

    { what: 'nothing', text: '', answer: 'empty_input' },
    { what: 'white space', text: ' \r\n\t\u00a0', answer: 'empty_input' },
    { what: 'only invisible characters', text: '\ufeff\u200b\u200b', answer: 'empty_input' },
    { what: 'words', text: 'please send me the key', answer: 'malformed_token' },
    { what: 'a page', text: '<!doctype html><title>Sign in</title>', answer: 'malformed_token' },
    { what: 'the response of the API', text: '{"tier":"enterprise","entitlements":["oidc"],"expires_at":null}', answer: 'malformed_token' },
    { what: 'a path', text: '/etc/alexandria/license.key', answer: 'malformed_token' },
    { what: 'a fingerprint', text: 'SHA256:AbCdEf0123456789AbCdEf0123456789AbCdEf01234', answer: 'malformed_token' },
    { what: 'numbers in base64', text: base64('0123456789'.repeat(9)), answer: 'malformed_token' },
    { what: 'words that contain eyJ', text: 'moneyJar, www.eyJ.example', answer: 'malformed_token' },
    { what: 'brackets within brackets', text: `${'['.repeat(100_000)}${']'.repeat(100_000)}`, answer: 'malformed_token' },
    { what: 'the key in two layers of base64', text: base64(base64(key)), answer: 'malformed_token' },
    { what: 'more than 256 KiB', text: 'x'.repeat(262_145), answer: 'malformed_token' },
    { what: 'with a fourth part', text: `${key}.e30`, answer: ['surroundings'] },
    { what: 'an address that contains eyJ', text: 'https://www.eyJoin.example', answer: 'malformed_token' },
    { what: 'an event with a payload', text: JSON.stringify({ event: 'renewed', payload: 'none' }), answer: 'malformed_token' },
    { what: 'a private key as PEM', text: privatePem, answer: 'private_key' },
    { what: 'a private key beside the license key', text: `${key}\n${privatePem}`, answer: 'private_key' },
    {
      what: 'a private key of OpenSSH',
      text: '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE=\n-----END OPENSSH PRIVATE KEY-----',
      answer: 'private_key',
    },
    { what: 'a private key as JWK', text: JSON.stringify(privateJwk), answer: 'private_key' },
    { what: 'a shared secret as JWK', text: JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' }), answer: 'private_key' },
    { what: 'a set of private keys', text: JSON.stringify({ keys: [privateJwk] }), answer: 'private_key' },
    { what: 'a private key under base64', text: base64(privatePem), answer: 'private_key' },
    { what: 'a private JWK with spaces before its colons', text: spaced(privateJwk), answer: 'private_key' },
    { what: 'a private JWK under base64url', text: segment({ kid: 'a?b>c', ...privateJwk }), answer: 'private_key' },
    { what: 'a shared secret under base64url', text: segment({ kty: 'oct', k: 'c2VjcmV0' }), answer: 'private_key' },
    { what: 'a public key as PEM', text: publicPem, answer: 'public_key' },
    { what: 'a public key of OpenSSL', text: '-----BEGIN RSA PUBLIC KEY-----\nMIIB\n-----END RSA PUBLIC KEY-----', answer: 'public_key' },
    { what: 'a certificate', text: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', answer: 'public_key' },
    { what: 'a public key as JWK', text: JSON.stringify(publicJwk), answer: 'public_key' },
    { what: 'a set of public keys', text: JSON.stringify({ keys: [publicJwk] }), answer: 'public_key' },
    { what: 'a public JWK under base64url', text: segment({ kid: 'a?b>c', ...publicJwk }), answer: 'public_key' },
    { what: 'an encrypted token', text: jwe, answer: 'encrypted_token' },
    {
      what: 'an encrypted token as JSON',
      text: JSON.stringify({ protected: 'e30', ciphertext: 'AA', iv: 'AA', tag: 'AA' }),
      answer: 'encrypted_token',
    },
    {
      what: 'an encrypted token as JSON with spaces',
      text: spaced({ protected: 'e30', ciphertext: 'AA', iv: 'AA', tag: 'AA' }),
      answer: 'encrypted_token',
    },
    { what: 'a session token', text: session, answer: 'session_token' },
    { what: 'a session token in a header', text: `Authorization: Bearer ${session}`, answer: 'session_token' },
    { what: 'without its last letters', text: key.slice(0, -5), answer: 'truncated_token' },
    { what: 'without its first letter', text: key.slice(1), answer: 'truncated_token' },
    { what: 'without its first letters', text: key.slice(5), answer: 'truncated_token' },
    { what: 'without its signature', text: `${header}.${payload}.`, answer: 'truncated_token' },
    { what: 'two of three parts', text: `${header}.${payload}`, answer: 'truncated_token' },
    { what: 'cut within its payload', text: key.slice(0, header.length + 20), answer: 'truncated_token' },
    { what: 'only its header', text: header, answer: 'truncated_token' },
    { what: 'its beginning and an ellipsis', text: `${key.slice(0, 20)}…`, answer: 'truncated_token' },
    { what: 'its beginning and three dots', text: `${key.slice(0, 20)}...`, answer: 'truncated_token' },
    { what: 'masked in its middle', text: `${key.slice(0, 12)}****${key.slice(-6)}`, answer: 'truncated_token' },
    { what: 'with letters missing in its payload', text: key.replace(payload.slice(20, 25), ''), answer: 'truncated_token' },
    {
      what: 'without its signature, below a sentence that mentions eyJ',
      text: `It begins with eyJ.\n\n${header}.${payload}`,
      answer: 'truncated_token',
    },
    { what: 'cut, below the first part of another one', text: `Your old key ${header}. ${key.slice(0, -5)}`, answer: 'truncated_token' },
    { what: 'with three dots and a word right behind it', text: `${key}...please`, answer: ['surroundings'] },
    { what: 'its signature in JSON form', text: JSON.stringify({ protected: header, payload, signature }), answer: 'json_serialization' },
    {
      what: 'its signatures in JSON form',
      text: JSON.stringify({ payload, signatures: [{ protected: header, signature }] }),
      answer: 'json_serialization',
    },
    {
      what: 'its signature in JSON form with spaces',
      text: spaced({ protected: header, payload, signature }),
      answer: 'json_serialization',
    },
    { what: 'cut, with a greeting below that is shorter', text: `${key.slice(0, -5)}\nBest,\nGrace`, answer: 'truncated_token' },
    { what: 'a private key among public ones', text: JSON.stringify({ keys: [publicJwk, privateJwk] }), answer: 'private_key' },
    { what: 'a private JWK beside the license key', text: `${key}\n${JSON.stringify(privateJwk)}`, answer: 'private_key' },
    { what: 'a private JWK in a string of JSON', text: JSON.stringify({ jwk: JSON.stringify(privateJwk) }), answer: 'private_key' },
    { what: 'a private JWK under base64', text: base64(JSON.stringify(privateJwk)), answer: 'private_key' },
    {
      what: 'a private JWK under base64 beside the license key',
      text: `${key}\n${base64(JSON.stringify(privateJwk, null, 2))}`,
      answer: 'private_key',
    },
    {
      what: 'a Secret with the license and a private key',
      text: `${secret(base64(key))}  tls.key: ${base64(privatePem)}\n`,
      answer: 'private_key',
    },
    { what: 'a private JWK as a program prints it', text: inspect(privateJwk), answer: 'private_key' },
    {
      what: 'a private JWK as a program prints it beside the license key',
      text: `LICENSE_KEY=${key}\n${inspect(privateJwk)}`,
      answer: 'private_key',
    },
    {
      what: 'a private JWK as YAML',
      text: Object.entries(privateJwk)
        .sort()
        .map(([name, value]) => `${name}: ${value}\n`)
        .reverse()
        .join('')
        .replace(/^([\s\S]*)(d: .*\n)/, '$2$1'),
      answer: 'private_key',
    },
    {
      what: 'a private JWK in an .env file, its quotes escaped',
      text: `LICENSE_KEY=${key}\nJWK="${JSON.stringify(privateJwk).replaceAll('"', '\\"')}"\n`,
      answer: 'private_key',
    },
    {
      what: 'a part of a JSON text, with its line breaks as they are escaped',
      text: `Dear customer,\\n${key}\\nRegards"`,
      answer: ['surroundings'],
    },
    { what: 'a line of a log with an escaped tab', text: `INFO\\t${key}`, answer: ['surroundings'] },
    { what: 'a line of JSON that escapes its quotes by number', text: `key=\\u0022${key}\\u0022`, answer: 'truncated_token' },
    { what: 'a line that grep has coloured', text: `.env:\x1b[01;31m\x1b[K${key}\x1b[m\x1b[K`, answer: ['invisible-characters', 'yaml'] },
    {
      what: 'the last of forty Secrets as JSON',
      text: JSON.stringify({
        items: Array.from({ length: 40 }, (_, at) => ({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: `secret-${at}`, namespace: 'alexandria', uid: `${at}`, labels: { app: 'a', part: 'b', tier: 'c', owner: 'd' } },
          data: { user: base64('ada'), url: base64('postgres://db'), 'license.key': at === 39 ? base64(key) : base64('none') },
          type: 'Opaque',
        })),
      }),
      answer: ['json', 'base64'],
    },
    { what: 'a public key of OpenSSH', text: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMTw ada@host', answer: 'public_key' },
    {
      what: 'two different keys in a Secret',
      text: `data:\n  license.key: ${base64(key)}\n  license.old: ${base64(other)}\n`,
      answer: 'several_keys',
    },
    { what: 'a Secret with an older key in the manifest that it was made from', text: annotated(other), answer: 'several_keys' },
    {
      what: 'a Secret with an older key in the manifest that it was made from, under base64',
      text: annotated(base64(other)),
      answer: 'several_keys',
    },
    { what: 'two different keys under base64, the shorter one first', text: `${base64(other)}\n${base64(key)}`, answer: 'several_keys' },
    {
      what: 'two different keys under base64, of one length',
      text: `${base64(key)}\n${base64(other.padEnd(key.length))}`,
      answer: 'several_keys',
    },
    {
      what: 'two different keys under base64 in lines, of which only the first is found',
      text: [key, other].map((one) => wrap(base64(one).replace(/=+$/, ''), 64)).join('\n'),
      answer: ['base64', 'surroundings'],
    },
    { what: 'both sides of a diff', text: `-${other}\n+${key}`, answer: 'several_keys' },
    { what: 'two different keys', text: `${key}\n${other}`, answer: 'several_keys' },
    { what: 'two different keys in an .env file', text: `OLD=${key}\nNEW=${other}\n`, answer: 'several_keys' },
  ];
  return { key, pastes };
}
