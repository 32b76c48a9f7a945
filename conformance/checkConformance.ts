import { isKnownEntitlement } from '../src/license/entitlements.js';
import type { LicenseState } from '../src/license/licenseStatus.js';
import type { ProbeResult } from './ProbeResult.js';
import { dateOf } from './inWords.js';
import { type Clock, gather, type Target } from './gather.js';
import { CheckAborted } from './CheckAborted.js';
import type { Finding, Mark, Check } from './Check.js';
import { bodyChecks } from './checks/body.js';
import { corsChecks } from './checks/cors.js';
import { isNamed, paymentChecks } from './checks/payment.js';
import { repeatChecks } from './checks/repeat.js';
import { routeChecks } from './checks/route.js';
import { timeChecks } from './checks/time.js';
import { redact } from './redact.js';

/** The license that the API reports, without texts that could be secrets. */
type ReportedLicense = {
  readonly tier: string | null;
  readonly state: LicenseState;
  /** RFC 3339; `null` if the license does not expire, or there is none. */
  readonly expiresAt: string | null;
  readonly entitlements: readonly string[];
};

/** The findings of one subject. */
export type Section = { readonly title: string; readonly findings: readonly Finding[] };

/** The outcome of all checks; `reason` explains why they could not be run. */
export type Report =
  | { readonly verdict: 'not-run'; readonly reason: string }
  | {
      readonly verdict: 'fits' | 'differs';
      readonly license: ReportedLicense | null;
      readonly sections: readonly Section[];
      readonly counts: Readonly<Record<Mark, number>>;
      /** Observations that are not differences. */
      readonly notes: readonly string[];
    };

/**
 * Checks a running Alexandria API against the contract. Sends only GET requests, and the report holds no token.
 *
 * @see docs/contract.md
 */
export async function checkConformance(target: Target, clock: Clock): Promise<Report> {
  let result: ProbeResult;
  try {
    result = await gather(target, clock);
  } catch (error) {
    if (error instanceof CheckAborted) return { verdict: 'not-run', reason: error.message };
    throw error;
  }
  const sections = [
    sectionOf('The route', routeChecks, result),
    sectionOf('The answer', bodyChecks, result),
    sectionOf('The time', timeChecks, result),
    sectionOf('Three answers', repeatChecks, result),
    sectionOf('402', paymentChecks, result),
    ...(target.origin === null ? [] : [sectionOf('Another origin', corsChecks, result)]),
  ];
  const findings = sections.flatMap((section) => section.findings);
  const count = (mark: Mark) => findings.filter((finding) => finding.mark === mark).length;
  const counts = { holds: count('holds'), differs: count('differs'), 'cannot-be-told': count('cannot-be-told') };
  return {
    verdict: counts.differs === 0 ? 'fits' : 'differs',
    license: reportedLicense(result),
    sections,
    counts,
    notes: notesOf(result, target),
  };
}

function sectionOf(title: string, checks: readonly Check[], result: ProbeResult): Section {
  return { title, findings: checks.map(({ judge, ...check }) => ({ ...check, ...judge(result) })) };
}

function reportedLicense({ report, state, sent }: ProbeResult): ReportedLicense | null {
  if (report === null) return null;
  const { tier, entitlements, expiresAt } = report.license;
  return {
    tier: tier === null ? null : redact(tier, sent),
    state,
    expiresAt: expiresAt === null ? null : dateOf(expiresAt),
    entitlements: entitlements.map((id) => redact(id, sent)),
  };
}

const DOCUMENTED = ['tier', 'entitlements', 'expires_at', 'days_remaining', 'grace_remaining_seconds'];

function notesOf({ report, body, gated, sent }: ProbeResult, { baseUrl }: Target): readonly string[] {
  const list = (texts: readonly string[]) => texts.map((text) => redact(text, sent)).join(', ');
  const entitlements = report?.license.entitlements ?? [];
  const unknown = entitlements.filter((id) => !isKnownEntitlement(id));
  const others = Object.keys(body ?? {}).filter((name) => !DOCUMENTED.includes(name));
  const unnamed = gated?.status === 402 && !isNamed(gated, entitlements);
  return [
    isUnencrypted(baseUrl) && 'The token went over http, which is not encrypted.',
    unknown.length > 0 && `Not in the catalogue, and shown as they came: ${list(unknown)}.`,
    others.length > 0 && `Not documented, and ignored: ${list(others)}.`,
    unnamed && 'The 402 names no entitlement: name your licensed routes in createLicenseClient({ entitlementRoutes }).',
  ].filter((note) => note !== false);
}

function isUnencrypted(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === 'http:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}
