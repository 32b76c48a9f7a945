// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of another file.

import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** What is kept and said of a token or a key, and what a hostile text may do. */
export const SECRET_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/ui/renewal/useKeyCheck.ts', 'test/e2e/canary.test.ts', [
    {
      name: 'keeps a pasted key for the next visit',
      from: 'checkText: (text: string) =>',
      to: "checkText: (text: string) => (sessionStorage.setItem('draft', btoa(text)), 0) ||",
    },
    {
      name: 'says on the console what could not be read',
      from: "isKeyProblem(error.code) ? error.code : 'invalid_key' };",
      to: "isKeyProblem(error.code) ? (console.debug({ error, text }), error.code) : 'invalid_key' };",
    },
  ]),
  ...breaksOf('src/ui/renewal/KeyStep.tsx', 'test/e2e/canary.test.ts', [
    { name: 'leaves a key that is read in its field', from: "box.value = '';", to: 'box.blur();' },
  ]),
  ...breaksOf('src/client/fetchLicense.ts', 'test/e2e/canary.test.ts', [
    {
      name: "hands on the error of the host's fetch, with its headers",
      from: 'if (isLicenseError(error)) throw error;',
      to: 'if (isLicenseError(error) || error instanceof Error) throw error;',
    },
    {
      name: 'says why the callback for the token has failed',
      from: "} catch {\n    throw failure('unreachable', AUTHORIZATION_FAILED);",
      to: "} catch (reason) {\n    throw failure('unreachable', `${AUTHORIZATION_FAILED}: ${reason}`);",
    },
    {
      name: 'quotes what it can not read',
      from: "'the body is no JSON, or is larger than 1 MiB'",
      to: '`the body is no JSON: ${text}`',
    },
  ]),
  ...breaksOf('src/contract/parseLicense.ts', 'test/e2e/canary.test.ts', [
    { name: 'keeps every field of the body', from: '    license: {\n', to: '    license: {\n      ...body,\n' },
  ]),
  ...breaksOf('mocks/startAlexandria.ts', 'test/e2e/api.test.ts', [
    {
      name: 'the mock logs whose key it has loaded',
      from: 'const loaded = `INFO license loaded ${license}',
      to: 'const loaded = `INFO license loaded ${JSON.stringify(arguments)} ${license}',
    },
  ]),
  ...breaksOf('src/messages/createFormat.ts', 'test/messages/nameOf.test.ts', [
    { name: 'lets a name end what keeps it in its place', from: '\\p{Bidi_C}|', to: '' },
    { name: 'lets a name tower above its line', from: '|\\p{M}{4,}', to: '' },
  ]),
  ...breaksOf('src/ui/renewal/licenseCalendar.ts', 'test/ui/support.test.ts', [
    { name: 'ends a line of the calendar where a text does', from: '\\r\\n?|\\n/g', to: '\\r?\\n/g' },
  ]),
  ...breaksOf('src/ui/renewal/supportDetails.ts', 'test/ui/support.test.ts', [
    { name: 'copies control characters into a ticket', from: '[\\s\\p{C}]+/gu', to: '\\s+/gu' },
  ]),
  ...breaksOf('src/ui/renewal/Comparison.tsx', 'test/ui/renewal.test.tsx', [
    { name: 'compares as many features as a key has', from: 'const LONGEST_LIST = 20;', to: 'const LONGEST_LIST = 20_000;' },
  ]),
  ...breaksOf('src/ui/renewal/WatchStep.tsx', 'test/ui/renewal.test.tsx', [
    { name: 'says a tier of any length', from: 'tierInSentence(names, after.tier)', to: 'after.tier' },
  ]),
  ...breaksOf('src/ui/LicenseLink.tsx', 'test/e2e/policies.test.ts', [
    {
      name: 'writes markup into the page',
      from: '<a {...props} />',
      to: '<a {...props} {...{ children: undefined, dangerouslySetInnerHTML: { __html: String(children) } }} />',
    },
  ]),
  ...breaksOf('src/ui/LicenseLink.tsx', 'test/ui/renewalLink.test.tsx', [
    { name: 'follows a link to a script', from: '[^/?#]*t\\s*:/i', to: '$x/i' },
  ]),
];
