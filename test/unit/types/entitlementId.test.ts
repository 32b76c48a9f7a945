import { describe, expect, it } from 'vitest';
import { checkTypes } from '../../support/docs/checkTypes.js';

// Each test compiles a program with the whole package.
const TIMEOUT_MS = 120_000;

/** The places that take an id, each in one line. */
const uses = (id: string) => [
  `export const id: EntitlementId = '${id}';`,
  `export const clientId: ClientId = '${id}';`,
  `export const gate = <EntitlementGate entitlement="${id}">open</EntitlementGate>;`,
  `export const gates = <EntitlementGate entitlement={['${id}']} match="any">open</EntitlementGate>;`,
  `export const props: EntitlementGateProps = { entitlement: ['${id}'], children: null };`,
  `export const useIt = () => useEntitlement('${id}');`,
  `export const access = entitlementAccess(null, '${id}', null);`,
  `export const routes: EntitlementRoutes = { '/admin/': '${id}' };`,
  `export const other = createLicenseClient({ baseUrl: '', scope: '', entitlementRoutes: { '/admin/': '${id}' } });`,
  `export const app = <LicenseProvider client={other} role="admin" entitlementDocs={{ '${id}': '/docs' }}>open</LicenseProvider>;`,
];
const IMPORTS = [
  `import { EntitlementGate, type EntitlementGateProps, type EntitlementId, LicenseProvider, useEntitlement } from '@alexandria-ee/license-ui';`,
  `import { createLicenseClient, entitlementAccess, type EntitlementId as ClientId, type EntitlementRoutes } from '@alexandria-ee/license-ui/client';`,
];
const WHERE_WRONG = Array.from(uses(''), (_, at) => IMPORTS.length + 1 + at);

const register = (entry: string) =>
  `declare module '@alexandria-ee/license-ui${entry}' { interface Register { entitlement: 'scim' | 'reports' } }`;

/** Compiles one app for each id, together with the augmentation. Returns the lines with errors of each app. */
function wrongLines(augmentation: string, ids: readonly string[]): Readonly<Record<string, readonly number[]>> {
  const apps = ids.map((id) => ({ file: id, code: [...IMPORTS, ...uses(id)].join('\n') }));
  const modules = augmentation === '' ? apps : [...apps, { file: 'register.ts', code: augmentation }];
  const errors = checkTypes(modules.map((each) => ({ ...each, line: 1, language: 'tsx' })));
  const linesOf = (id: string) => errors.flatMap((error) => (error.startsWith(`${id}:`) ? [Number(error.split(':')[1])] : []));
  return Object.fromEntries(modules.map(({ file }) => [file, linesOf(file)]));
}

describe('an entitlement id', () => {
  it('may be any text while the app registers none', { timeout: TIMEOUT_MS }, () => {
    expect(wrongLines('', ['scim', 'anything'])).toEqual({ scim: [], anything: [] });
  });

  it.each([
    ['both entries', `${register('')}\n${register('/client')}`],
    ['the React entry alone', register('')],
    ['the client entry alone', register('/client')],
  ])('must be one that the app registers on %s, wherever it is passed', { timeout: TIMEOUT_MS }, (_, augmentation) => {
    expect(wrongLines(augmentation, ['scim', 'reports', 'anything', 'audit_export'])).toEqual({
      scim: [],
      reports: [],
      anything: WHERE_WRONG,
      // An id of the catalogue is wrong, too, unless the app registers it.
      audit_export: WHERE_WRONG,
      'register.ts': [],
    });
  });

  it('may be any text if the app registers all texts', { timeout: TIMEOUT_MS }, () => {
    const augmentation = register('').replace(`'scim' | 'reports'`, 'string');
    expect(wrongLines(augmentation, ['anything'])).toEqual({ anything: [], 'register.ts': [] });
  });
});
