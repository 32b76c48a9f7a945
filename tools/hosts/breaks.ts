import type { Cell } from './tryHost.js';

/** A defect of a host, or of the package in it, and the column that must detect it. */
export type HostBreak = {
  readonly name: string;
  /** The name of the broken host. */
  readonly host: string;
  /** The changed file, relative to the host's folder. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly caughtBy: Cell;
};

const AXIOS = { host: 'vite-axios', file: 'src/Dashboard.tsx' };
const GATEWAYS = { host: 'two-gateways', file: 'src/GatewaySection.tsx' };
const PACKAGE = 'node_modules/@alexandria-ee/license-ui';

/** At least one defect for each column except `added`. */
export const HOST_BREAKS: readonly HostBreak[] = [
  {
    name: 'the installed package is not the tarball',
    host: AXIOS.host,
    file: 'node_modules/.package-lock.json',
    from: '"node_modules/@alexandria-ee/license-ui"',
    to: '"node_modules/@somebody/license-ui"',
    caughtBy: 'tarball',
  },
  {
    name: 'the entry has lost "use client"',
    host: AXIOS.host,
    file: `${PACKAGE}/dist/src/index.js`,
    from: "'use client';",
    to: '',
    caughtBy: 'tarball',
  },
  { ...AXIOS, name: 'the role is neither admin nor member', from: "'admin' : 'member'", to: "'owner' : 'member'", caughtBy: 'types' },
  { ...AXIOS, name: 'a file is missing', from: './AuditExport.js', to: './AuditReport.js', caughtBy: 'built' },
  { ...AXIOS, name: 'the banner is left out', from: '<LicenseBanner />', to: '', caughtBy: 'banner' },
  { ...AXIOS, name: 'the stylesheet is left out', from: "import '@alexandria-ee/license-ui/styles.css';", to: '', caughtBy: 'banner' },
  { ...AXIOS, name: 'the panel is left out', from: '<LicensePanel />', to: '', caughtBy: 'panel' },
  { ...AXIOS, name: 'the notices are left out', from: '<PaymentRequiredNotice />', to: '', caughtBy: '402' },
  { ...AXIOS, name: 'the gate guards something else', from: 'entitlement="scim"', to: 'entitlement="vault"', caughtBy: '402' },
  { ...AXIOS, name: 'the client is no longer watched', file: 'src/api.ts', from: 'observeAxios(api, client);', to: '', caughtBy: '402' },
  { ...AXIOS, name: 'the host logs an error', from: 'return (', to: "console.error('wrong');\n  return (", caughtBy: 'console' },
  {
    name: 'the server renders other HTML than the browser',
    host: 'server-ky',
    file: 'src/Dashboard.tsx',
    from: '<h1>Gateway</h1>',
    to: "<h1>{typeof document === 'undefined' ? 'Server' : 'Browser'}</h1>",
    caughtBy: 'console',
  },
  {
    name: "the package's server language is the browser's",
    host: 'server-ky',
    file: `${PACKAGE}/dist/src/react/useLanguage.js`,
    from: "=== undefined ? 'en' :",
    to: '=== undefined ? wanted :',
    caughtBy: 'console',
  },
  {
    ...GATEWAYS,
    name: 'the notices of a second gateway cover those of the first',
    file: `${PACKAGE}/dist/src/react/a11y/useAvoidObscuringFocus.js`,
    from: "? 'start' : 'end'",
    to: "? 'end' : 'end'",
    caughtBy: '402',
  },
  {
    ...GATEWAYS,
    name: 'a link opens the renewal of every panel',
    file: `${PACKAGE}/dist/src/react/renewal/useRenewalLink.js`,
    from: '=== baseUrl',
    to: '!== undefined',
    caughtBy: 'panel',
  },
  {
    ...GATEWAYS,
    name: 'the storage has one entry for two gateways',
    file: `${PACKAGE}/dist/src/client/createLicenseMemory.js`,
    from: 'createLicenseMemory(baseUrl, scope, storage) {',
    to: "createLicenseMemory(_, scope, storage, baseUrl = '') {",
    caughtBy: 'banner',
  },
  {
    name: 'two copies of React use the same id prefix',
    host: 'micro-frontends',
    file: 'src/audit/audit.tsx',
    from: "{ identifierPrefix: 'audit-' }",
    to: "{ identifierPrefix: 'shell-' }",
    caughtBy: 'panel',
  },
  {
    name: 'a part uses the provider of another copy of the package',
    host: 'shared-react',
    file: 'src/audit/audit.tsx',
    from: "LicenseProvider, PaymentRequiredNotice } from '@alexandria-ee/license-ui';",
    to: "PaymentRequiredNotice } from '@alexandria-ee/license-ui';\nconst LicenseProvider = ({ children }: any) => children;",
    caughtBy: 'console',
  },
];
