import type { LicenseReport } from '../contract/parseLicense.js';

/** An answer of the license route, and the API's time at which it holds, in milliseconds since 1970; `null` where it told none. */
export type DatedReport = { readonly report: LicenseReport; readonly date: number | null };

/** The same answer, as the API would give it `ms` milliseconds later. */
export function agedBy({ report, date }: DatedReport, ms: number): DatedReport {
  const { graceRemainingSeconds: grace } = report.reported;
  // Grace that ends meanwhile is not for us to end: the clock does, by its instant.
  const reported = { ...report.reported, graceRemainingSeconds: grace && Math.max(1, grace - Math.floor(ms / 1_000)) };
  return { report: { ...report, reported }, date: date === null ? null : date + Math.round(ms) };
}
