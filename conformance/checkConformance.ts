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

/** The license that was reported, as far as it may be told. */
type ToldLicense = {
  readonly tier: string | null;
  readonly state: LicenseState;
  /** RFC 3339; `null` without an end, and without a license. */
  readonly expiresAt: string | null;
  readonly entitlements: readonly string[];
};

/** The points of one subject. */
export type Section = { readonly title: string; readonly findings: readonly Finding[] };

/** What a check has found; `reason` says why it could not be run. */
export type Report =
  | { readonly verdict: 'not-run'; readonly reason: string }
  | {
      readonly verdict: 'fits' | 'differs';
      readonly license: ToldLicense | null;
      readonly sections: readonly Section[];
      readonly counts: Readonly<Record<Mark, number>>;
      /** What is good to know, and no difference. */
      readonly notes: readonly string[];
    };

/**
 * Holds a running Alexandria API against the contract, point by point. It only reads, and the report holds no token.
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
    judged('The route', routeChecks, result),
    judged('The answer', bodyChecks, result),
    judged('The time', timeChecks, result),
    judged('Three answers', repeatChecks, result),
    judged('402', paymentChecks, result),
    ...(target.origin === null ? [] : [judged('Another origin', corsChecks, result)]),
  ];
  const findings = sections.flatMap((section) => section.findings);
  const count = (mark: Mark) => findings.filter((finding) => finding.mark === mark).length;
  const counts = { holds: count('holds'), differs: count('differs'), 'cannot-be-told': count('cannot-be-told') };
  return {
    verdict: counts.differs === 0 ? 'fits' : 'differs',
    license: toldLicense(result),
    sections,
    counts,
    notes: notesOf(result, target),
  };
}

function judged(title: string, points: readonly Check[], result: ProbeResult): Section {
  return { title, findings: points.map(({ judge, ...point }) => ({ ...point, ...judge(result) })) };
}

function toldLicense({ report, state, sent }: ProbeResult): ToldLicense | null {
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
    isInClear(baseUrl) && 'The token went over http, which is not encrypted.',
    unknown.length > 0 && `Not in the catalogue, and shown as they came: ${list(unknown)}.`,
    others.length > 0 && `Not documented, and ignored: ${list(others)}.`,
    unnamed && 'The 402 names no entitlement: name your licensed routes in createLicenseClient({ entitlementRoutes }).',
  ].filter((note) => note !== false);
}

function isInClear(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === 'http:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}
