import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** What a license is worth at an instant. */
export const STATUS_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/status/licenseStatus.ts', 'test/status/licenseStatus.test.ts', [
    { name: 'reminds a millisecond late', from: 'now < remindsAt', to: 'now <= remindsAt' },
    { name: 'begins the grace a millisecond late', from: 'now < expiresAt', to: 'now <= expiresAt' },
    { name: 'ends the grace a millisecond late', from: 'now < graceEndsAt', to: 'now <= graceEndsAt' },
    { name: 'ends the grace after 7 days, whatever the API has told', from: 'license.graceEndsAt ?? expiresAt', to: 'expiresAt' },
    {
      name: 'calls a license without end unlicensed',
      from: "entitlements.length === 0 ? 'unlicensed' : 'active'",
      to: "entitlements && 'unlicensed'",
    },
    {
      name: 'guesses where no time is known',
      from: "if (now === null) return { state: 'unknown'",
      to: "if (now === null) return { state: 'active'",
    },
    {
      name: 'calls what is not known unlicensed',
      from: "if (license === null) return { state: 'unknown'",
      to: "if (license === null) return { state: 'unlicensed'",
    },
  ]),
  ...breaksOf('src/status/entitlementState.ts', 'test/status/entitlementState.test.ts', [
    { name: 'takes a feature for off in grace', from: "return 'ending'", to: "return 'off'" },
    { name: 'hides what the catalogue does not know', from: '[...ENTITLEMENTS, ...licensed]', to: '[...ENTITLEMENTS]' },
  ]),
  ...breaksOf('src/status/compareLicenses.ts', 'test/status/compareLicenses.test.ts', [
    { name: 'takes the same end for an earlier one', from: '?? Infinity) < (', to: '?? Infinity) <= (' },
    {
      name: 'warns of nothing where a key has expired',
      from: "'already-expired': end === 'expired'",
      to: "'already-expired': end === 'grace'",
    },
    { name: 'never tells a demo key', from: "'demo-key': demo", to: "'demo-key': false" },
  ]),
  ...breaksOf('src/status/licenseIdentity.ts', 'test/status/compareLicenses.test.ts', [
    { name: 'takes another order for another license', from: '.sort()', to: '' },
  ]),
  ...breaksOf('src/status/paymentReason.ts', 'test/client/payments.test.ts', [
    {
      name: 'raises a notice for a 402 that names nothing, in every state',
      from: "if (entitlement === null && state !== 'expired' && state !== 'unlicensed') return null;",
      to: '',
    },
    {
      name: 'says not included where the grace period is over',
      from: "return worth === 'off' ? 'lapsed' : 'disputed'",
      to: "return worth === 'off' ? 'not-included' : 'disputed'",
    },
  ]),
  ...breaksOf('src/status/paymentReason.ts', 'test/ui/notice.test.tsx', [
    {
      name: 'says disputed without a check',
      from: "if (reason === 'disputed' && check !== 'answered') return check === 'failed' ? 'unknown' : null;",
      to: '',
    },
    { name: 'tells a member nothing', from: "if (member) return entitlement === null ? null : 'unknown';", to: '' },
  ]),
  ...breaksOf('src/status/paymentReason.ts', 'test/status/paymentReason.test.ts', [
    {
      name: 'says that the license could not be read before it was asked for',
      from: "reason === 'unknown' && freshness === 'pending' ? null : reason",
      to: 'reason',
    },
    { name: 'says disputed of what has been renewed', from: "if (reason === 'disputed' && superseded) return null;", to: '' },
  ]),
  ...breaksOf('src/status/licenseStatus.ts', 'test/status/properties.test.ts', [
    {
      name: 'knows no grace where none is told',
      from: 'license.graceEndsAt ?? expiresAt + GRACE_PERIOD_MS',
      to: 'license.graceEndsAt ?? expiresAt',
    },
  ]),
  ...breaksOf('src/status/timeline.ts', 'test/status/timeline.test.ts', [
    { name: 'moves late when a period begins', from: 'if (now >= graceEndsAt)', to: 'if (now > graceEndsAt)' },
  ]),
  ...breaksOf('src/status/entitlementState.ts', 'test/status/entitlementState.test.ts', [
    { name: 'has no catalogue without a license', from: 'license?.entitlements', to: 'license.entitlements' },
  ]),
];
