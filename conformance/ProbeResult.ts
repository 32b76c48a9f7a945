import type { ServerTime } from '../src/client/estimateServerTime.js';
import type { LicenseReport } from '../src/license/parseLicense.js';
import type { EntitlementState } from '../src/license/entitlementState.js';
import type { LicenseState } from '../src/license/licenseStatus.js';
import type { Answer, Silence } from './createProbe.js';

/** What is known of an API after asking: its answers, and what the dashboard's own code reads in them. */
export type ProbeResult = {
  /** The license route, asked without a token. */
  readonly bare: Answer;
  /** The same with an admin's token, the first time. */
  readonly first: Answer;
  /** All the times that it was answered like this, in order. */
  readonly asked: readonly Answer[];
  /** How often it was asked. */
  readonly times: number;
  /** With a member's token; `null` where there is none. */
  readonly member: Answer | Silence | null;
  /** The documented licensed route, where it has to refuse; `null` where it hasn't, and wasn't asked. */
  readonly gated: Answer | Silence | null;
  /** Routes of the core API, by path, as far as they were asked. */
  readonly core: ReadonlyMap<string, Answer | Silence>;
  /** The first body, where it is a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** The same as the dashboard reads it; `null` where it can't. */
  readonly report: LicenseReport | null;
  /** The `Date` of the first answer, in milliseconds since 1970. */
  readonly date: number | null;
  /** This machine's clock then. */
  readonly local: number;
  /** What time it was for the API, as the dashboard makes it out. */
  readonly time: ServerTime | null;
  readonly state: LicenseState;
  /** What the license says of the audit export. */
  readonly auditExport: EntitlementState;
  /** The origin that was sent; `null` for none. */
  readonly origin: string | null;
  /** The tokens that were sent, which nothing may print. */
  readonly sent: readonly string[];
};
