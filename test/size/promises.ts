import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { BUDGETS } from './budgets.js';
import { bundle, importing, type Size } from './bundle.js';

/** What the banner path does beyond asking, parsing and saying, by the modules below `dist/src/` that do it and nothing else. */
const PROMISES: Readonly<Record<string, readonly string[]>> = {
  'tabs that share one poll, and its fail-over': ['client/joinTabs', 'client/tabMessages', 'ui/provider/useTabs'],
  'the time of the API, whatever the clocks of this machine do': [
    'client/createServerClock',
    'client/readServerTime',
    'client/datedReport',
    'ui/provider/useWatchedClocks',
    'ui/useServerClock',
  ],
  'faults: bounds of what is read, order of answers, backing off, requested checks': [
    'client/createLicenseRecord',
    'client/isSomebodyWaiting',
    'client/pollInterval',
    'client/readBody',
    'ui/provider/useRequestedChecks',
    'ui/provider/useUnauthorized',
  ],
  'the state of the last visit, at once': ['client/createLicenseMemory', 'contract/writeLicenseBody', 'ui/provider/useForgottenScope'],
  'a renewal: queries that were refused are read again': ['client/isPaymentRequired', 'ui/provider/useRenewalRefetch'],
  'snooze, remembered by license and state': ['status/licenseIdentity', 'ui/banner/useDismissal'],
  'focus, announcements, one line when there is no room for two': ['ui/Announcer', 'ui/banner/useLines', 'ui/useFocusKeeper'],
  'languages, loaded on demand': ['messages/createWordLoader', 'messages/languageOf', 'messages/loadLanguage', 'ui/useLoadedWords'],
  'options that name what is wrong with them': ['client/readClientOptions'],
};

/** What a promise costs: by how much the banner path would be smaller without its modules. */
export type PromiseCost = { readonly name: string; readonly without: Size };

/** The banner path, without each promise in turn, and without all of them: where the floor is. Such a bundle is weighed, and would not run. */
export async function weighPromises(): Promise<{ readonly whole: Size; readonly costs: readonly PromiseCost[]; readonly floor: Size }> {
  const path = BUDGETS.find(({ name }) => name === 'banner path');
  if (path?.kind !== 'imports') throw new Error('The banner path has no budget.');
  const build = (left: readonly string[]) => bundle(importing(path.of), [], [leaveOut(left)]);
  const { size: whole, modules: all } = await build([]);
  const left = Object.values(PROMISES).flat();
  const gone = left.filter((module) => !all.some((each) => each.module === fileOf(module)));
  if (gone.length > 0) throw new Error(`The banner path has no ${gone.join(', ')}.`);
  const costs: PromiseCost[] = [];
  for (const [name, modules] of Object.entries(PROMISES)) costs.push({ name, without: (await build(modules)).size });
  return { whole, costs, floor: (await build(left)).size };
}

const fileOf = (module: string) => `dist/src/${module}.js`;

/** Leaves the names of what the modules export, and nothing behind them. */
function leaveOut(modules: readonly string[]): Plugin {
  const left = new Set(modules.map((module) => resolve(fileOf(module))));
  return {
    name: 'leave out promises',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.js$/ }, ({ path }) => {
        if (!left.has(path)) return null;
        const names = Array.from(readFileSync(path, 'utf8').matchAll(/^export (?:async )?(?:function|const) (\w+)/gm), ([, name]) => name);
        return { contents: names.map((name) => `export const ${name} = () => undefined;`).join('\n') };
      }),
  };
}
