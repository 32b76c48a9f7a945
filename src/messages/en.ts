import type { CheckFailure } from '../license/freshness.js';
import { type Format, isolate, isolateBefore } from './createFormat.js';

// English, the default language. Each component has its own constant, so that a page without the panel does not load its texts.

/** The names of the entitlements in the catalog and of the tiers, as used inside a sentence. */
export const nameMessages = {
  entitlements: {
    multi_tenant: 'multi-tenancy',
    oidc: 'single sign-on (OIDC/SAML)',
    scim: 'SCIM provisioning',
    audit_export: 'audit log export',
    memcached_cache: 'Memcached blob cache',
    vault: 'Vault secrets backend',
    backend_autoscaling: 'backend autoscaling',
  } as Readonly<Record<string, string>>,
  tiers: { enterprise: 'Enterprise' } as Readonly<Record<string, string>>,
  and: (rest: number, format: Format) => format.plural(rest, { one: 'one more', other: `${format.number(rest)} more` }),
  soon: 'in less than a minute',
  justNow: 'just now',
  onDay: (p: { day: string; when: string }) => `${p.day}, ${p.when}`,
  lessThanAMinute: 'less than a minute',
};

const features = (count: number, format: Format) =>
  format.plural(count, { one: '1 licensed feature', other: `${format.number(count)} licensed features` });

/** The texts of the banner. */
export const bannerMessages = {
  region: 'License notice',
  expiringLead: (p: { tier: string; when: string }) => `Your ${isolateBefore(p.tier, ' ')}license expires ${p.when}.`,
  expiringLeadByDate: (p: { tier: string; expires: string }) => `Your ${isolateBefore(p.tier, ' ')}license expires on ${p.expires}.`,
  expiringDetail: (p: { expires: string; graceEnds: string; count: number; format: Format }) =>
    p.count > 0
      ? `On ${p.expires} a grace period begins, which keeps ${features(p.count, p.format)} on until ${p.graceEnds}.`
      : `A grace period begins on ${p.expires}.`,
  graceLead: (p: { ago: string; remaining: string; count: number }) =>
    `License expired ${p.ago}. ${p.count > 0 ? 'Licensed features stop' : 'The grace period ends'} in ${p.remaining}.`,
  graceLeadByDate: (p: { expires: string; graceEnds: string; count: number }) =>
    `License expired on ${p.expires}. ${p.count > 0 ? 'Licensed features stop' : 'The grace period ends'} on ${p.graceEnds}.`,
  graceDetail: (p: { graceEnds: string; features: string; count: number; format: Format }) =>
    p.count > 0
      ? `On ${p.graceEnds} ${p.format.plural(p.count, { one: 'this stops', other: 'these stop' })}: ${p.features}. Everything else keeps working.`
      : `The grace period ends on ${p.graceEnds}.`,
  expiredLead: (p: { count: number; since: string; format: Format }) =>
    p.count > 0
      ? `License expired. ${features(p.count, p.format)} ${p.format.plural(p.count, { one: 'has', other: 'have' })} been off since ${p.since}.`
      : `License expired, and its grace period has been over since ${p.since}.`,
  expiredDetail: (p: { graceEnds: string; features: string; count: number }) =>
    `The grace period ended on ${p.graceEnds}. ${p.count > 0 ? `Off: ${p.features}. Everything else` : 'Everything'} keeps working.`,
  remembered: {
    expiring: (p: { expires: string }) => `Your license expires on ${p.expires}.`,
    grace: (p: { expires: string }) => `License expired on ${p.expires} and is in its grace period.`,
    expired: (p: { expires: string }) => `License expired on ${p.expires}. Licensed features are off.`,
  },
  rememberedDetail: 'So it was at your last visit; it is being checked.',
  renewed: (p: { until: string | null }) => `License renewed${p.until === null ? '' : ` until ${p.until}`}.`,
  unconfirmed: 'The last check failed, so this is what the last good answer said.',
  renew: 'Renew…',
  snooze: { day: 'Remind me tomorrow', hour: 'Remind me in an hour', expiry: 'Remind me at expiry' },
  collapse: 'Collapse',
  expand: 'Show details',
};

/** The texts of the panel. */
export const panelMessages = {
  title: 'License',
  memberOnly: 'License details are shown to administrators. Ask yours if a feature is missing.',
  checkNow: 'Check now',
  checking: 'Checking…',
  checked: (when: string) => `Checked ${when}`,
  neverChecked: 'Not checked yet',
  states: {
    active: 'Active',
    expiring: 'Expires soon',
    grace: 'Grace period',
    expired: 'Expired',
    unlicensed: 'No license',
    unknown: 'Not known yet',
    scheduled: 'Not in force yet',
  },
  noTier: 'No license',
  expires: (when: string) => `Expires ${when}`,
  expired: (when: string) => `Expired ${when}`,
  noEnd: 'Does not expire',
  waiting: 'Waiting for the first answer of the API.',
  nothingKnown: 'Nothing is known about the license yet.',
  nextTitle: 'What happens next.',
  next: {
    active: (p: { reminds: string }) => `Nothing until ${p.reminds}; then a reminder appears here and at the top of the dashboard.`,
    expiring: (p: { expires: string; graceEnds: string }) =>
      `On ${p.expires} the license expires and the grace period begins. Licensed features keep working until ${p.graceEnds}.`,
    grace: (p: { graceEnds: string; count: number; format: Format }) =>
      `On ${p.graceEnds} ${p.count > 0 ? `${features(p.count, p.format)} ${p.format.plural(p.count, { one: 'stops and answers', other: 'stop and answer' })} “402 Payment Required”` : 'the grace period ends'}. The core API keeps working. A new key, and a restart of the API, switch everything back on.`,
    expired: (p: { graceEnds: string }) =>
      `Licensed features have answered “402 Payment Required” since ${p.graceEnds}. The core API keeps working. A new key, and a restart of the API, switch them back on.`,
    unlicensed: 'A license adds the features below. The core API works without one.',
  },
  timeline: {
    active: 'Active',
    expiring: 'Reminder',
    grace: 'Expiry, grace period',
    expired: 'Features off',
    now: 'Now',
    periods: (p: { reminds: string; expires: string; graceEnds: string }) =>
      `Active until ${p.reminds}, reminder until ${p.expires}, grace period until ${p.graceEnds}, then licensed features are off.`,
  },
  timelineNow: {
    active: 'Now it is active.',
    expiring: 'Now it is in the reminder period.',
    grace: 'Now it is in the grace period.',
    expired: 'Now the features are off.',
  },
  featuresTitle: 'Features',
  filter: {
    label: 'Filter by name or id',
    matches: (p: { count: number; total: number; format: Format }) =>
      `${p.format.number(p.count)} of ${p.format.number(p.total)} features ${p.format.plural(p.count, { one: 'matches', other: 'match' })}`,
    none: (p: { query: string }) => `No feature matches “${isolate(p.query)}”.`,
  },
  featureStates: {
    included: 'Included',
    ending: (p: { until: string }) => `On until ${p.until}`,
    off: (p: { since: string }) => `Off since ${p.since}`,
    'not-included': 'Not in this license',
    unlicensed: 'Needs a license',
    unknown: 'Not known yet',
  },
  renewTitle: 'License key',
  addKey: 'Add a license key…',
  renew: 'Renew…',
  renewClose: 'Close',
  renewLoading: 'Loading…',
  renewFailed: 'This part of the page could not be loaded. Close it and open it again, or reload the page.',
  clockOff:
    'The clocks of this browser, of the API or of a proxy between them differ by more than 5 minutes. The state follows what the API says; check the clocks.',
  failureTitle: (p: { known: boolean }) =>
    p.known ? 'The last check failed. What you see is the last good answer.' : 'The license could not be read.',
  failures: {
    offline: 'This browser is offline. It checks again as soon as the connection is back.',
    unreachable:
      'The API could not be reached. It may be restarting; if it is not, check the address, the network and CORS. It is tried again by itself.',
    unauthorized: 'Your session has ended. Sign in again, then check now.',
    forbidden: 'Your account may not see the license. Ask an administrator.',
    'not-found': 'There is no license route at this address. Check the base URL and the path prefix; an ingress may also be starting.',
    'rate-limited': 'The API asked for fewer requests. The next check comes by itself.',
    'server-error': 'The API answered with an error. It may be restarting; it is tried again by itself.',
    timeout: 'The API did not answer in time. It is tried again by itself.',
    unreadable: 'The answer was not a license: perhaps a login page or a proxy answered instead of the API. Check the base URL.',
  } satisfies Record<CheckFailure, string>,
};

/** The texts of 402 notices and gates. `feature` is the name of an entitlement, or `someFeature` if the 402 names none. */
export const noticeMessages = {
  region: 'Feature notices',
  titles: {
    lapsed: (feature: string) => `${feature} is off`,
    'not-included': (feature: string) => `${feature} isn’t included in your license`,
    'no-license': (feature: string) => `${feature} requires a license`,
    disputed: (feature: string) => `${feature} is licensed but was refused`,
    unknown: (feature: string) => `${feature} isn’t available`,
  },
  someFeature: 'A licensed feature',
  details: {
    lapsed: (p: { graceEnds: string }) =>
      `Your license expired and its grace period ended on ${p.graceEnds}. To turn this back on, apply a new key and restart the API.`,
    'not-included': (p: { tier: string; id: string }) =>
      `Your ${isolateBefore(p.tier, ' ')}license doesn’t include ${isolate(p.id)}. Ask your account representative about adding it.`,
    'no-license': 'The API has no license. Ask your account representative for a license key.',
    disputed:
      'Your license includes this, but the API refused the request. The API reads its key only at start-up, so it may need a restart.',
    unknown: 'The API asked for a license (402), but the license couldn’t be loaded. Check the license page.',
  },
  unnamed: (p: { graceEnds: string }) =>
    `The API refused a request (402) without naming the feature. Your license expired and its grace period ended on ${p.graceEnds}.`,
  member: 'Ask your administrator for help.',
  renew: 'Renew license',
  links: { contact: 'Contact', docs: 'About this feature', ask: 'Ask an administrator' },
  view: 'View license',
  retry: 'Try again',
  /** For screen readers. Names the region of the card. */
  announced: (title: string) => `${title}. See feature notices`,
  dismiss: 'Dismiss',
  dismissLabel: (title: string) => `Dismiss: ${title}`,
  more: (count: number, format: Format) => format.plural(count, { one: 'Show 1 more', other: `Show ${format.number(count)} more` }),
  fold: 'Show less',
  worksAgain: (feature: string) => `${feature} is working again.`,
  licensed: (feature: string) => `${feature} is now included in your license.`,
};
