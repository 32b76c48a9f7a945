import { DOCUMENTED_ROUTES, type EntitlementRoutes } from '../../src/license/entitlements.js';
import { parsePaymentRequired } from '../../src/payment-required/parsePaymentRequired.js';
import type { Answer } from '../createProbe.js';
import type { ProbeResult } from '../ProbeResult.js';
import { AUDIT_EXPORT } from '../gather.js';
import { unknown, differs, holds, type Judgement, type Check } from '../Check.js';
import { readObject } from '../readReport.js';
import { redact } from '../redact.js';
import { seenOf } from '../inWords.js';

/** Checks which requests the API refuses without a license in force, and how. */
export const paymentChecks: readonly Check[] = [
  {
    id: 'refuses',
    says: 'A licensed route answers 402 without its license',
    expected: `GET ${AUDIT_EXPORT}: 402, where audit_export is not in force`,
    means: 'The dashboard calls a feature off that works, or never hears of a refusal, since it comes as another status.',
    judge: ({ gated, auditExport }) => {
      if (gated === null) return unknown(whyNotAsked(auditExport));
      const { status } = gated;
      if (status === 402) return holds('402');
      if (status === 403) return unknown('403: either in place of 402, or this admin may not export');
      if (status === 400 || status === 422) return unknown(`${status}: it wants parameters first`);
      const isDifference = status !== null && (status === 404 || (status >= 200 && status < 300));
      return (isDifference ? differs : unknown)(seenOf(status));
    },
  },
  {
    id: 'refusal-understood',
    says: 'The dashboard understands this 402',
    expected: 'audit_export, from the body or from the documented route',
    means: 'No notice explains the refusal, or one about another feature: the body names another feature, or a header asks for a payment.',
    judge: refused((answer, { report, sent }) => {
      const licensed = report?.license.entitlements ?? [];
      const missing = missingEntitlements(answer, DOCUMENTED_ROUTES, licensed);
      if (missing === null) return differs('taken for a 402 that is not the license’s');
      if (!missing.includes('audit_export')) return differs(missing.map((id) => redact(id, sent)).join(', ') || 'nothing');
      return holds(isNamed(answer, licensed) ? 'named in the body' : 'not named, but known by its route');
    }),
  },
  {
    id: 'refusal-body',
    says: 'A 402 says in JSON what is missing',
    expected: 'JSON, at best problem+json with an entitlement',
    means:
      'On the documented route the dashboard knows what is missing; on others it can’t. Name your licensed routes in createLicenseClient({ entitlementRoutes }).',
    judge: refused((answer, { sent }) => {
      if (readObject(answer) === null) return differs(answer.body === '' ? 'an empty body' : 'no JSON object');
      return holds(redact(answer.headers.get('content-type') ?? 'no Content-Type', sent));
    }),
  },
  {
    id: 'core',
    says: 'The core API works, whatever the license',
    expected: 'GET /v1/models: 200; where there is none, GET /healthz',
    means: 'The dashboard says that everything else works. With 402 here, it doesn’t.',
    judge: ({ core }) => {
      if (core.size === 0) return unknown('not asked');
      const seen = [...core].map(([path, { status }]) => `${path} ${seenOf(status)}`).join(', ');
      const statuses = [...core.values()].map(({ status }) => status);
      if (statuses.includes(402)) return differs(seen);
      return (statuses.includes(200) ? holds : unknown)(seen);
    },
  },
];

/** Returns true if the body of a 402 names the missing entitlement. Ignores the map of routes. */
export function isNamed(answer: Answer, licensed: readonly string[]): boolean {
  return (missingEntitlements(answer, {}, licensed)?.length ?? 0) > 0;
}

// `null` if the 402 does not come from the license.
function missingEntitlements({ headers, body }: Answer, routes: EntitlementRoutes, licensed: readonly string[]): readonly string[] | null {
  return parsePaymentRequired({ method: 'GET', path: AUDIT_EXPORT, headers, body }, { entitlementRoutes: routes }, licensed);
}

function refused(judge: (answer: Answer, result: ProbeResult) => Judgement): Check['judge'] {
  return (result) => {
    const { gated } = result;
    return gated?.status === 402 ? judge(gated, result) : unknown('no 402 was seen');
  };
}

function whyNotAsked(auditExport: ProbeResult['auditExport']): string {
  if (auditExport === 'unknown') return 'not asked: the state of the license is not known';
  if (auditExport === 'off') return 'not asked: whether the grace period is over is not sure';
  return 'not asked: audit_export is in force, and an export would start';
}
