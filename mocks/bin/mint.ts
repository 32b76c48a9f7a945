import { parseArgs } from 'node:util';
import { mintLicenseKey, parseExpiry } from '../mintLicenseKey.js';
import { runCommand } from './runCommand.js';

const USAGE = `npm run -s mint -- [--expires=WHEN] [--tier NAME] [--entitlements A,B] [--subject CUSTOMER] [--not-before=WHEN]
  A demo license key on standard output; only the mock API takes it.
  WHEN: an offset such as 365d (the default), -9d or 90m, or a date such as 2027-05-01T00:00:00Z.`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      expires: { type: 'string', default: '365d' },
      tier: { type: 'string' },
      entitlements: { type: 'string' },
      subject: { type: 'string' },
      'not-before': { type: 'string' },
    },
  });
  const { tier, subject, entitlements } = values;
  const now = Date.now();
  const key = await mintLicenseKey({
    expiresAt: parseExpiry(values.expires, now),
    issuedAt: now,
    ...(tier === undefined ? {} : { tier }),
    ...(subject === undefined ? {} : { subject }),
    ...(entitlements === undefined ? {} : { entitlements: entitlements.split(',').filter(Boolean) }),
    ...(values['not-before'] === undefined ? {} : { notBefore: parseExpiry(values['not-before'], now) }),
  });
  process.stdout.write(`${key}\n`);
});
