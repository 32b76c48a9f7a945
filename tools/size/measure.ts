import { readFileSync } from 'node:fs';
import { ALTERNATIVES, installAlternatives } from './alternatives.js';
import { BUDGETS } from './budgets.js';
import { type Bundle, bundle, fileOf, importing, type Size, sizeOf, split } from './bundle.js';
import { judge, type Verdict } from './judge.js';

/** One row of our package. */
export type Row = Size & { readonly name: string; readonly goal: number | null; readonly limit: number; readonly verdict: Verdict };

/** One row of an alternative. */
export type OtherRow = Size & {
  readonly name: string;
  readonly against: string;
  /** Its gzip size divided by ours. */
  readonly times: number;
  readonly goal: number | null;
  readonly verdict: Verdict | null;
};

type Comparison = {
  readonly rows: readonly OtherRow[];
  /** `null` if everything was compared. */
  readonly notCompared: { readonly names: readonly string[]; readonly why: string } | null;
};

const FIRST_LOAD = importing({ '.': '*' });
const EVERYTHING = importing({ '.': '*', './client': '*', './verifier': '*', './testing': '*', './mocks': '*', './mocks/server': '*' });

/** Measures every budget in the current build. Throws if a dynamic import has no budget. */
export async function measure(): Promise<{ readonly bundles: ReadonlyMap<string, Bundle>; readonly inFiles: Bundle }> {
  const { first, onDemand } = await split(FIRST_LOAD);
  const bundles = new Map<string, Bundle>();
  const left = new Set((await split(EVERYTHING)).onDemand.keys());
  for (const budget of BUDGETS) {
    if (budget.kind === 'imports') bundles.set(budget.name, await bundle(importing(budget.of)));
    else if (budget.kind === 'file') bundles.set(budget.name, { size: sizeOf([readFileSync(fileOf(budget.entry))]), modules: [] });
    else {
      const path = `dist/src/${budget.module}`;
      const found = onDemand.get(path);
      if (found === undefined) throw new Error(`Nothing loads ${path} on demand; its budget is out of date.`);
      bundles.set(budget.name, found);
      left.delete(path);
    }
  }
  if (left.size > 0) throw new Error(`Loaded on demand, and without a budget: ${[...left].join(', ')}.`);
  return { bundles, inFiles: first };
}

/** Returns the row of each budget, with its verdict. */
export function judgeAll(bundles: ReadonlyMap<string, Bundle>): readonly Row[] {
  return BUDGETS.map(({ name, goal, limit }) => {
    const { size } = bundleOf(bundles, name);
    return { name, ...size, goal: goal ?? null, limit, verdict: judge(size.gzip, { limit, ...(goal === undefined ? {} : { goal }) }) };
  });
}

/** Measures the alternatives with the same bundler and options. Also returns what it could not compare. */
export async function compare(bundles: ReadonlyMap<string, Bundle>): Promise<Comparison> {
  const installed = await installAlternatives().catch((error: unknown) => String(Object(error).stderr || error));
  const rows: OtherRow[] = [];
  const left: string[] = [];
  for (const { name, code, isInstalled, external, against, goal } of ALTERNATIVES) {
    if (isInstalled && typeof installed === 'string') {
      left.push(name);
      continue;
    }
    const { size } = await bundle(code, external, typeof installed === 'string' ? [] : [installed]);
    const times = size.gzip / bundleOf(bundles, against).size.gzip;
    const verdict = goal === undefined ? null : times >= goal ? 'met' : 'FALLS SHORT';
    rows.push({ name, ...size, against, times, goal: goal ?? null, verdict });
  }
  return { rows, notCompared: typeof installed === 'string' ? { names: left, why: installed.trim() } : null };
}

function bundleOf(bundles: ReadonlyMap<string, Bundle>, name: string): Bundle {
  const found = bundles.get(name);
  if (found === undefined) throw new Error(`There is no budget with the name ${name}.`);
  return found;
}
