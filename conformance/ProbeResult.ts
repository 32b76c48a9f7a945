import type { ServerTime } from '../src/client/estimateServerTime.js';
import type { LicenseReport } from '../src/license/parseLicense.js';
import type { EntitlementState } from '../src/license/entitlementState.js';
import type { LicenseState } from '../src/license/licenseStatus.js';
import type { Answer, Silence } from './createProbe.js';

/** All answers of an API, and the values that the dashboard's own code reads from them. */
export type ProbeResult = {
  /** The license route without a token. */
  readonly bare: Answer;
  /** The license route with an admin's token, first request. */
  readonly first: Answer;
  /** All answers with status 200 to an admin's token, in order. Empty if the first one has another status. */
  readonly asked: readonly Answer[];
  /** The number of answers that `asked` has if none is missing. */
  readonly times: number;
  /** The license route with a member's token; `null` if it was not requested. */
  readonly member: Answer | Silence | null;
  /** The audit export, requested only if it has to be refused; `null` otherwise. */
  readonly gated: Answer | Silence | null;
  /** The requested routes of the core API, by path. */
  readonly core: ReadonlyMap<string, Answer | Silence>;
  /** The body of `first`; `null` if it is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** The body of `first` as the dashboard reads it; `null` if it is unreadable. */
  readonly report: LicenseReport | null;
  /** The `Date` of `first`, in milliseconds since 1970; `null` if it is missing or invalid. */
  readonly date: number | null;
  /** This machine's time when `first` arrived, in milliseconds since 1970. */
  readonly local: number;
  /** The API's time as the dashboard estimates it; `null` without a readable body. */
  readonly time: ServerTime | null;
  readonly state: LicenseState;
  /** Whether the license includes the audit export and is in force. */
  readonly auditExport: EntitlementState;
  /** The `Origin` header that was sent; `null` for none. */
  readonly origin: string | null;
  /** The tokens that were sent. They must never be printed. */
  readonly sent: readonly string[];
};
