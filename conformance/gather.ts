import { readDate } from '../src/client/fetchLicense.js';
import { estimateServerTime } from '../src/client/estimateServerTime.js';
import { type EntitlementState, entitlementState } from '../src/license/entitlementState.js';
import { licenseStatus } from '../src/license/licenseStatus.js';
import { type Answer, type Ask, createProbe, type Silence } from './createProbe.js';
import type { ProbeResult } from './ProbeResult.js';
import { CheckAborted, whyNotRun, whySilent } from './CheckAborted.js';
import { readObject, readReport } from './readReport.js';

/** The API to check, and the tokens to use. */
export type Target = {
  /** With any path prefix, without a trailing slash. */
  readonly baseUrl: string;
  /** An admin's session token, without `Bearer`. */
  readonly token: string;
  readonly memberToken: string | null;
  /** The origin of a dashboard on another origin; `null` if there is none. */
  readonly origin: string | null;
  readonly timeoutMs: number;
};

/** This machine's clock. Tests pass their own. */
export type Clock = { now(): number; wait(ms: number): Promise<void> };

const TIMES = 3;
// Over a second, because `Date` has a resolution of one second.
const PAUSE_MS = 1_100;

const LICENSE = '/admin/license';
export const AUDIT_EXPORT = '/admin/audit/export';

/**
 * Sends the requests that the checks need, and no others. Stops after two if the license route does not answer 200.
 * Requests the audit export only if the API has to refuse it.
 *
 * @throws {CheckAborted} if no answer can be checked.
 */
export async function gather(target: Target, clock: Clock): Promise<ProbeResult> {
  const { token, memberToken, origin } = target;
  const ask = createProbe(target);
  const wanted = (status: number) => status === 200;
  // The first request has no token: a token is sent only to a server that responds.
  const bare = requireAnswer(await ask(LICENSE, null, wanted), target);
  const first = requireAnswer(await ask(LICENSE, token, wanted), target);
  const local = clock.now();
  const refused = whyNotRun(first);
  if (refused !== null) throw new CheckAborted(refused);
  const isOk = first.status === 200;
  const asked = isOk ? [first, ...(await askAgain(ask, token, clock))] : [];
  const member = isOk && memberToken !== null ? await ask(LICENSE, memberToken, () => false) : null;

  const date = readDate(first.headers.get('date'));
  const report = isOk ? readReport(first) : null;
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
    core: isOk ? await askCore(ask, token) : new Map(),
    body: isOk ? readObject(first) : null,
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

function requireAnswer(answer: Answer | Silence, { timeoutMs }: Target): Answer {
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

// If the time is wrong, a license that looks lapsed may still be in force. Then the export would start.
// An entitlement that the license does not include is refused at any time.
function mustRefuse(state: EntitlementState, isTimeKnown: boolean): boolean {
  return state === 'not-included' || (state === 'off' && isTimeKnown);
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
