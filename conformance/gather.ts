import { readDate } from '../src/client/fetchLicense.js';
import { estimateServerTime } from '../src/client/estimateServerTime.js';
import { type EntitlementState, entitlementState } from '../src/license/entitlementState.js';
import { licenseStatus } from '../src/license/licenseStatus.js';
import { type Answer, type Ask, createProbe, type Silence } from './createProbe.js';
import type { ProbeResult } from './ProbeResult.js';
import { CheckAborted, whyNotRun, whySilent } from './CheckAborted.js';
import { readObject, readReport } from './readReport.js';

/** Which API is checked, and with whose tokens. */
export type Target = {
  /** Path prefix included, without a slash at its end. */
  readonly baseUrl: string;
  /** An admin's session token, without `Bearer`. */
  readonly token: string;
  readonly memberToken: string | null;
  /** The origin of a dashboard that asks from elsewhere. */
  readonly origin: string | null;
  readonly timeoutMs: number;
};

/** The time of this machine, as an argument. */
export type Clock = { now(): number; wait(ms: number): Promise<void> };

/** How often the license is asked for. */
const TIMES = 3;
// More than the second in which a Date is written.
const PAUSE_MS = 1_100;

const LICENSE = '/admin/license';
export const AUDIT_EXPORT = '/admin/audit/export';

/**
 * Asks an API what the points need, and nothing more: nothing else where the license route doesn't answer, and the audit
 * export only where it has to refuse.
 *
 * @throws {CheckAborted} where no answer can be judged.
 */
export async function gather(target: Target, clock: Clock): Promise<ProbeResult> {
  const { token, memberToken, origin } = target;
  const ask = createProbe(target);
  const wanted = (status: number) => status === 200;
  // The first request has no token: a token is sent only to a server that responds.
  const bare = answered(await ask(LICENSE, null, wanted), target);
  const first = answered(await ask(LICENSE, token, wanted), target);
  const local = clock.now();
  const refused = whyNotRun(first);
  if (refused !== null) throw new CheckAborted(refused);
  const told = first.status === 200;
  const asked = told ? [first, ...(await askAgain(ask, token, clock))] : [];
  const member = told && memberToken !== null ? await ask(LICENSE, memberToken, () => false) : null;

  const date = readDate(first.headers.get('date'));
  const report = told ? readReport(first) : null;
  const time = report && estimateServerTime(report, date ?? local);
  const state = report && time ? licenseStatus(report.license, time.serverTime).state : 'unknown';
  const isTimeKnown = (report?.reported.graceRemainingSeconds ?? 0) > 0 || (date !== null && time?.clocksDiffer === false);
  const auditExport = entitlementState(report?.license.entitlements.includes('audit_export') ?? false, state);
  const refuses = mustRefuse(auditExport, isTimeKnown);
  return {
    bare,
    first,
    asked,
    times: TIMES,
    member,
    gated: refuses ? await ask(AUDIT_EXPORT, token, (status) => status === 402) : null,
    core: told ? await askCore(ask, token) : new Map(),
    body: told ? readObject(first) : null,
    report,
    date,
    local,
    time,
    state,
    auditExport,
    origin,
    sent: memberToken === null ? [token] : [token, memberToken],
  };
}

function answered(answer: Answer | Silence, { timeoutMs }: Target): Answer {
  if (answer.status !== null) return answer;
  throw new CheckAborted(whySilent(answer, timeoutMs));
}

async function askAgain(ask: Ask, token: string, clock: Clock): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let time = 1; time < TIMES; time += 1) {
    await clock.wait(PAUSE_MS);
    const answer = await ask(LICENSE, token, (status) => status === 200);
    if (answer.status === 200) answers.push(answer);
  }
  return answers;
}

// Only the time can be wrong about a license that has lapsed; where an entitlement was never part of it, no export can start.
function mustRefuse(worth: EntitlementState, timeIsSure: boolean): boolean {
  return worth === 'not-included' || (worth === 'off' && timeIsSure);
}

async function askCore(ask: Ask, token: string): Promise<Map<string, Answer | Silence>> {
  const answers = new Map<string, Answer | Silence>();
  for (const path of ['/v1/models', '/healthz']) {
    const answer = await ask(path, token, () => false);
    answers.set(path, answer);
    if (answer.status !== 404) break;
  }
  return answers;
}
