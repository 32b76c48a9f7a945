import { parseLicense } from '../../src/license/parseLicense.js';
import { licenseStatus } from '../../src/license/licenseStatus.js';
import { type BenchOptions, micros, NODE, type Row } from './Row.js';
import { rounds } from './rounds.js';
import { slowedBy } from './waste.js';

const TEXT = JSON.stringify({
  tier: 'enterprise',
  entitlements: ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'],
  expires_at: '2027-05-01T00:00:00Z',
  days_remaining: 3,
  grace_remaining_seconds: 0,
});
const NOW = Date.parse('2027-04-28T00:00:00Z');

/** Measures the cost of an API response after it arrives: `JSON.parse`, `parseLicense` and `licenseStatus`. */
export async function parsingRows({ slowed }: BenchOptions): Promise<Row[]> {
  const body: unknown = JSON.parse(TEXT);
  const parse = slowed ? slowedBy(0.05, parseLicense) : parseLicense;
  const derive = slowed ? slowedBy(0.05, licenseStatus) : licenseStatus;
  const { license } = parseLicense(body);
  const [parsed, read, status] = await rounds(
    [
      { name: 'parseLicense', call: () => parse(body) },
      { name: 'JSON.parse', call: () => JSON.parse(TEXT) },
      { name: 'licenseStatus', call: () => derive(license, NOW) },
    ],
    31,
    2_000,
  );
  const row = (what: string, ours: typeof parsed): Row => ({
    what,
    runtime: NODE,
    ours: micros(ours.microseconds),
    other: `JSON.parse of it ${micros(read.microseconds)}`,
    spread: micros(ours.spread),
    goal: 'none',
    isMet: null,
  });
  return [row('a license parsed', parsed), row('its state at an instant', status)];
}
