import type { LicenseReport } from '../license/parseLicense.js';

/** An answer of the license route. */
export type LicenseSnapshot = {
  readonly report: LicenseReport;
  /** The API's time at which it holds, in milliseconds since 1970; `null` where it told none. */
  readonly date: number | null;
  /** When it was asked for, in milliseconds since 1970 by this machine's clock: of two answers, the one that was asked for later is newer. */
  readonly askedAt: number;
};

/** The same answer, as the API would give it `ms` milliseconds later. */
export function advance({ report, date, askedAt }: LicenseSnapshot, ms: number): LicenseSnapshot {
  const { graceRemainingSeconds: grace } = report.reported;
  // Grace that ends meanwhile is not for us to end: the clock does, by its instant.
  const reported = { ...report.reported, graceRemainingSeconds: grace && Math.max(1, grace - Math.floor(ms / 1_000)) };
  return { report: { ...report, reported }, date: date === null ? null : date + Math.round(ms), askedAt };
}
