import type { Host } from './Host.js';
import { visitDashboard } from './visits/visitDashboard.js';
import { visitGateways } from './visits/visitGateways.js';
import { visitParts } from './visits/visitParts.js';

const REACT_18 = { react: '18.2.0', 'react-dom': '18.2.0', '@types/react': '18.2.79', '@types/react-dom': '18.2.25' };
const REACT = ['react', '@tanstack/react-query', 'typescript'];

/** Every host app that the package is tested in. */
export const HOSTS: readonly Host[] = [
  { name: 'vite-axios', versions: ['vite', ...REACT, 'axios'], site: 'dist', visit: visitDashboard },
  { name: 'vite-react18', versions: ['vite', ...REACT], site: 'dist', visit: visitDashboard },
  { name: 'webpack-openapi', versions: ['webpack', ...REACT, 'openapi-fetch'], site: 'dist', visit: visitDashboard },
  { name: 'server-ky', versions: ['esbuild', ...REACT, 'ky'], site: null, visit: visitDashboard },
  {
    name: 'server-react18',
    sources: 'server-ky',
    pins: REACT_18,
    versions: ['esbuild', ...REACT, 'ky'],
    site: null,
    visit: visitDashboard,
  },
  { name: 'hostile-defaults', versions: ['vite', ...REACT], site: 'dist', visit: visitDashboard },
  {
    name: 'no-queries',
    versions: ['vite', ...REACT],
    site: 'dist',
    // This host uses TanStack Query only for the license.
    without: { 'src/licenseQueries.ts': 'export const licenseQueries = null;\n' },
    visit: visitDashboard,
  },
  { name: 'two-gateways', versions: ['vite', ...REACT], site: 'dist', visit: visitGateways },
  { name: 'shared-react', versions: ['esbuild', ...REACT], site: 'dist', visit: visitParts },
  { name: 'micro-frontends', versions: ['esbuild', ...REACT], site: 'dist', visit: visitParts },
];
