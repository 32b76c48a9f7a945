import { adapters } from './adapters.js';
import { cases, judgeCase, type Servers } from './cases.js';

/** One row of the table: an HTTP client, and the outcome of each case. */
export type Row = {
  readonly adapter: string;
  readonly library: string | null;
  readonly outcomes: Readonly<Record<string, string>>;
};

/** Runs every case with every client, one after another. Works in every runtime. */
export async function judge(servers: Servers): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const adapter of adapters) {
    const outcomes: Record<string, string> = {};
    for (const each of cases) outcomes[each.name] = await judgeCase(each, adapter, servers);
    rows.push({ adapter: adapter.name, library: adapter.library, outcomes });
  }
  return rows;
}
