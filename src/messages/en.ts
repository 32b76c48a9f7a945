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
  and: (rest: number, format: Format) => format.plural(rest, { one: '1 more', other: `${format.number(rest)} more` }),
  soon: 'in less than a minute',
  justNow: 'just now',
  onDay: (p: { day: string; when: string }) => `${p.when} (${p.day})`,
  lessThanAMinute: 'less than a minute',
};

const features = (count: number, format: Format) =>
  format.plural(count, { one: '1 licensed feature', other: `${format.number(count)} licensed features` });

const featureCount = (count: number, format: Format) =>
  format.plural(count, { one: '1 feature', other: `${format.number(count)} features` });

/** The texts of the banner. */
export const bannerMessages = {
  region: 'License status',
  expiringLead: (p: { tier: string; when: string }) => `Your ${isolateBefore(p.tier, ' ')}license expires ${p.when}.`,
  expiringLeadByDate: (p: { tier: string; expires: string }) => `Your ${isolateBefore(p.tier, ' ')}license expires on ${p.expires}.`,
  expiringDetail: (p: { graceEnds: string; count: number }) =>
    p.count > 0 ? `Licensed features keep working until ${p.graceEnds}.` : `A grace period follows, until ${p.graceEnds}.`,
  earlyDetail: 'Renewing takes a new key and a restart of the API.',
  graceLead: (p: { remaining: string; count: number }) =>
    p.count > 0 ? `Licensed features stop in ${p.remaining}.` : `Your license’s grace period ends in ${p.remaining}.`,
  graceLeadByDate: (p: { graceEnds: string; count: number }) =>
    p.count > 0 ? `Licensed features stop on ${p.graceEnds}.` : `Your license’s grace period ends on ${p.graceEnds}.`,
  graceDetail: (p: { ago: string; graceEnds: string; features: string; count: number }) =>
    p.count > 0 ? `Your license expired ${p.ago}. Stopping on ${p.graceEnds}: ${p.features}.` : `The grace period ends on ${p.graceEnds}.`,
  graceDetailByDate: (p: { expires: string; features: string; count: number }) =>
    `Your license expired on ${p.expires}.${p.count > 0 ? ` Stopping: ${p.features}.` : ''}`,
  expiredLead: (p: { count: number; format: Format }) =>
    p.count > 0
      ? `Your license expired. ${features(p.count, p.format)} ${p.format.plural(p.count, { one: 'is', other: 'are' })} off.`
      : 'Your license and its grace period have expired.',
  expiredDetail: (p: { graceEnds: string; features: string; count: number }) =>
    `The core API keeps working.${p.count > 0 ? ` Off since ${p.graceEnds}: ${p.features}.` : ''}`,
  remembered: {
    expiring: (p: { expires: string }) => `Your license expires on ${p.expires}.`,
    grace: (p: { expires: string }) => `Your license’s grace period began on ${p.expires}.`,
    expired: (p: { expires: string }) => `Your license expired on ${p.expires}. Licensed features are off.`,
  },
  /** Follows the detail in the grace period if the license includes `oidc`. An empty text removes it. */
  signOn: 'Single sign-on may stop. Make sure an administrator can sign in without it.',
  rememberedDetail: 'As of your last visit. Checking now…',
  renewed: (p: { until: string | null }) => `License renewed.${p.until === null ? '' : ` It now expires on ${p.until}.`}`,
  unconfirmed: 'Last check failed. Showing the last known status.',
  renew: 'Renew license',
  snooze: { week: 'Remind me in 7 days', day: 'Remind me tomorrow', hour: 'Remind me in 1 hour', expiry: 'Remind me when it expires' },
  snoozed: { week: 'Hidden for 7 days.', day: 'Hidden until tomorrow.', hour: 'Hidden for 1 hour.', expiry: 'Hidden until it expires.' },
  undo: 'Undo',
  collapse: 'Hide details',
  expand: 'Show details',
};

/** The texts of the panel. */
export const panelMessages = {
  title: 'License',
  memberOnly: 'Only administrators can see license details. If a feature is missing, ask your administrator.',
  checkNow: 'Check now',
  checking: 'Checking…',
  checked: (when: string) => `Last updated ${when}`,
  neverChecked: 'Not checked yet',
  states: {
    active: 'Active',
    expiring: 'Expires soon',
    grace: 'Grace period',
    expired: 'Expired',
    unlicensed: 'No license',
    unknown: 'Unknown',
    scheduled: 'Not active yet',
  },
  noTier: 'No license',
  noEnd: 'Doesn’t expire',
  waiting: 'Loading license…',
  nothingKnown: 'No license information yet.',
  nextTitle: 'What happens next',
  restoreTitle: 'How to restore features',
  next: {
    active: (p: { reminds: string }) => `No action needed. A reminder appears here and at the top of the dashboard on ${p.reminds}.`,
    expiring: (p: { expires: string; graceEnds: string; count: number }) =>
      `The license expires on ${p.expires}. ${p.count > 0 ? `Features keep working until ${p.graceEnds}.` : `A grace period follows, until ${p.graceEnds}.`} To renew, apply a new key and restart the API.`,
    grace: (p: { graceEnds: string; count: number; format: Format }) =>
      p.count > 0
        ? `On ${p.graceEnds}, ${features(p.count, p.format)} ${p.format.plural(p.count, { one: 'stops and returns', other: 'stop and return' })} “402 Payment Required”. The core API keeps working. To keep ${p.format.plural(p.count, { one: 'it', other: 'them' })} on, apply a new key and restart the API.`
        : `On ${p.graceEnds}, the grace period ends. The core API keeps working. To renew, apply a new key and restart the API.`,
    expired: (p: { graceEnds: string; count: number }) =>
      p.count > 0
        ? `Licensed features have returned “402 Payment Required” since ${p.graceEnds}. The core API keeps working. To turn them back on, apply a new key and restart the API.`
        : `The grace period ended on ${p.graceEnds}. The core API keeps working. To renew, apply a new key and restart the API.`,
    unlicensed: 'Add a license key to use the features below. The core API works without one.',
  },
  /** The labels of the key dates and of the timeline. */
  dates: {
    today: 'Today',
    expires: 'Expires',
    expired: 'Expired',
    stops: 'Features stop',
    stopped: 'Features stopped',
    graceEnds: 'Grace period ends',
    graceEnded: 'Grace period ended',
    early: 'Early reminder',
  },
  /** The time until the end of the grace period, in the key dates. */
  countdown: (p: { remaining: string }) => `In ${p.remaining}`,
  /** The timeline in one sentence, for screen readers. */
  timeline: (p: { reminds: string; expires: string; graceEnds: string }) =>
    `Active until ${p.reminds}, reminder until ${p.expires}, grace period until ${p.graceEnds}, then licensed features are off.`,
  timelineEarly: (p: { early: string }) => `Early reminder on ${p.early}.`,
  timelineNow: {
    active: 'Currently active.',
    expiring: 'Currently in the reminder period.',
    grace: 'Currently in the grace period.',
    expired: 'Licensed features are off.',
  },
  /** Describes the effect of a lapse, by entitlement. An empty text removes the sentence. */
  stops: {
    oidc: 'Single sign-on may stop. Make sure an administrator can sign in without it.',
    multi_tenant: 'Creating and managing tenants may stop.',
    scim: 'Your identity provider may no longer add or remove users.',
    audit_export: 'Bulk export of the audit log stops.',
    memcached_cache: 'The Memcached cache may stop.',
    vault: 'Secrets read from Vault may become unavailable.',
    backend_autoscaling: 'LLM backends may stay at their current size.',
  } as Readonly<Record<string, string>>,
  featuresTitle: 'Features',
  features: {
    included: (p: { count: number; total: number; format: Format }) =>
      `${p.format.number(p.count)} of ${p.format.number(p.total)} included`,
    stop: (p: { count: number; graceEnds: string; format: Format }) =>
      `${featureCount(p.count, p.format)} ${p.format.plural(p.count, { one: 'stops', other: 'stop' })} on ${p.graceEnds}`,
    off: (p: { count: number; graceEnds: string; format: Format }) => `${featureCount(p.count, p.format)} off since ${p.graceEnds}`,
  },
  descriptions: {
    multi_tenant: 'Per-tenant isolation and tenant ceiling',
    oidc: 'Federated sign-in and just-in-time accounts',
    scim: 'Users and groups from your identity provider',
    audit_export: 'Bulk export of the audit log',
    memcached_cache: 'Blob cache in Memcached',
    vault: 'Secrets from Vault KV v2',
    backend_autoscaling: 'HPA-driven scaling of LLM backends',
  } as Readonly<Record<string, string>>,
  filter: {
    label: 'Filter by name or ID',
    matches: (p: { count: number; total: number; format: Format }) => `${p.format.number(p.count)} of ${featureCount(p.total, p.format)}`,
    none: (p: { query: string }) => `No features match “${isolate(p.query)}”.`,
  },
  featureStates: {
    included: 'Included',
    ending: 'Stopping',
    off: 'Off',
    'not-included': 'Not included',
    unlicensed: 'Requires a license',
    unknown: 'Unknown',
  },
  addKey: 'Add license key',
  renew: 'Renew license',
  renewClose: 'Close',
  renewLoading: 'Loading…',
  renewFailed: 'Couldn’t load the renewal steps. Close and reopen this section, or reload the page.',
  clockOff:
    'Clocks differ by more than 5 minutes between this browser, the API or a proxy. The status follows the API. Check that the clocks are in sync.',
  failureTitle: (p: { known: boolean }) => (p.known ? 'Last check failed. Showing the last known status.' : 'Couldn’t load the license.'),
  failures: {
    offline: 'You’re offline. Checking resumes when you’re back online.',
    unreachable: 'Can’t reach the API. It may be restarting. If not, check its address, the network and CORS. Retrying automatically.',
    unauthorized: 'Your session has ended. Sign in again, then select Check now.',
    forbidden: 'Your account doesn’t have permission to view the license. Ask an administrator.',
    'not-found':
      'The API has no license endpoint at this address (404). Check the base URL and path prefix. If the API is starting, its ingress may not be ready.',
    'rate-limited': 'Too many requests (429). The next check runs automatically.',
    'server-error': 'The API returned an error. It may be restarting. Retrying automatically.',
    timeout: 'The API didn’t respond in time. Retrying automatically.',
    unreadable: 'The response wasn’t a license. A login page or proxy may have responded instead of the API. Check the base URL.',
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
