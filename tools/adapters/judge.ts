import { adapters } from './adapters.js';
import { cases, judgeCase, measureCancel, type Servers } from './cases.js';

/** One row of the table: an HTTP client, and the outcome of each case. */
export type Row = {
  readonly adapter: string;
  readonly library: string | null;
  readonly outcomes: Readonly<Record<string, string>>;
  /** How long `cancel()` of a 402 body takes, in milliseconds, by path. */
  readonly cancels: readonly { readonly path: string; readonly plain: number; readonly watched: number }[];
};

const CANCELLED_PATHS = ['/admin/large', '/admin/stalls'];

/** Runs every case with every client, one after another. Works in every runtime. */
export async function judge(servers: Servers): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const adapter of adapters) {
    const outcomes: Record<string, string> = {};
    for (const each of cases) outcomes[each.name] = await judgeCase(each, adapter, servers);
    const cancels: Row['cancels'][number][] = [];
    for (const path of CANCELLED_PATHS) {
      const times = await measureCancel(adapter, servers, path);
      if (times) cancels.push({ path, ...times });
    }
    rows.push({ adapter: adapter.name, library: adapter.library, outcomes, cancels });
  }
  return rows;
}
