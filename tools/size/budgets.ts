/** A size budget in kB (1,000 bytes) of gzip. Peers are external. Code that loads on demand has its own budgets. */
export type Budget = {
  readonly name: string;
  /** The planned size. Without a goal, only the limit counts. */
  readonly goal?: number;
  /** The largest allowed size, to prevent accidental growth. */
  readonly limit: number;
} & (
  | { readonly kind: 'imports'; readonly of: Readonly<Record<string, '*' | readonly string[]>> }
  /** Code that a dynamic import loads in addition to the first load. `module` is below `dist/src/`. */
  | { readonly kind: 'onDemand'; readonly module: string }
  | { readonly kind: 'file'; readonly entry: string }
);

/** Lower a limit whenever the measured size allows it. */
export const BUDGETS: readonly Budget[] = [
  {
    name: 'banner path',
    kind: 'imports',
    of: { '.': ['LicenseProvider', 'LicenseBanner'], './client': ['createLicenseClient'] },
    goal: 10.3,
    limit: 13.9,
  },
  { name: 'first load', kind: 'imports', of: { '.': '*' }, goal: 18, limit: 23.55 },
  { name: 'on demand: renewal, with jose', kind: 'onDemand', module: 'react/renewal/Renewal.js', goal: 16, limit: 23.55 },
  { name: 'on demand: support buttons', kind: 'onDemand', module: 'react/renewal/SupportButtons.js', limit: 6 },
  { name: 'on demand: Arabic', kind: 'onDemand', module: 'messages/ar.js', limit: 4.5 },
  { name: 'on demand: German', kind: 'onDemand', module: 'messages/de.js', limit: 3.85 },
  { name: 'on demand: French', kind: 'onDemand', module: 'messages/fr.js', limit: 3.95 },
  { name: 'on demand: Japanese', kind: 'onDemand', module: 'messages/ja.js', limit: 4.35 },
  { name: 'on demand: renewal in Arabic', kind: 'onDemand', module: 'messages/arRenewal.js', limit: 4.9 },
  { name: 'on demand: renewal in German', kind: 'onDemand', module: 'messages/deRenewal.js', limit: 4.1 },
  { name: 'on demand: renewal in French', kind: 'onDemand', module: 'messages/frRenewal.js', limit: 4.25 },
  { name: 'on demand: renewal in Japanese', kind: 'onDemand', module: 'messages/jaRenewal.js', limit: 4.7 },
  { name: './styles.css', kind: 'file', entry: './styles.css', goal: 3.5, limit: 4.65 },
  { name: './styles.layer.css', kind: 'file', entry: './styles.layer.css', goal: 3.5, limit: 4.7 },
  { name: './client, with every adapter', kind: 'imports', of: { './client': '*' }, limit: 9.4 },
  { name: 'watchPaymentRequired alone', kind: 'imports', of: { './client': ['watchPaymentRequired'] }, limit: 3.7 },
  { name: 'observeAxios alone', kind: 'imports', of: { './client': ['observeAxios'] }, limit: 3.65 },
  { name: 'watchKy alone', kind: 'imports', of: { './client': ['watchKy'] }, limit: 3.75 },
  { name: 'observeOpenApiFetch alone', kind: 'imports', of: { './client': ['observeOpenApiFetch'] }, limit: 3.45 },
  { name: 'observeQueryClient alone', kind: 'imports', of: { './client': ['observeQueryClient'] }, limit: 3.8 },
  { name: './verifier, with jose', kind: 'imports', of: { './verifier': '*' }, limit: 10.65 },
  { name: './testing', kind: 'imports', of: { './testing': '*' }, limit: 7.8 },
  { name: './mocks, without msw', kind: 'imports', of: { './mocks': '*' }, limit: 16.15 },
  { name: './mocks/server, without msw', kind: 'imports', of: { './mocks/server': '*' }, limit: 17.4 },
];
