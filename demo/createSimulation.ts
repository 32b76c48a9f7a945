import { DAY_MS } from '../src/lib/time.js';
import { getResponse } from 'msw';
import { isFaultName } from '../mocks/faults.js';
import { handlers } from '../mocks/handlers.js';
import { mintLicenseKey } from '../mocks/mintLicenseKey.js';
import { parseFaultScript } from '../mocks/parseFaultScript.js';
import { trimLicenseKey } from '../mocks/readLicenseKey.js';
import { DOCUMENTED_ENTITLEMENTS, isScenarioName, type ScenarioName } from '../mocks/scenarios.js';
import { startAlexandria } from '../mocks/startAlexandria.js';
import { createEmitter } from '../src/lib/createEmitter.js';
import { realNow, shiftBrowserClock } from './browserClock.js';
import { pretendOffline } from './browserConnection.js';
import { type DemoFault, OUTAGES } from './demoFaults.js';
import type { DemoState } from './demoState.js';
import { millisecondsLeft } from './timeStops.js';

const RESTART_MS = 5_000;
const YEAR_MS = 365 * DAY_MS;
const SLOW_MS = 4_000;

/** The environment of the demo dashboard: the mock API, the network in front of it, and the browser's clock. */
export type Simulation = {
  /** Answers a request of the page. Returns an error response if there is no connection. */
  answer(request: Request): Promise<Response>;
  /** Returns the days left by the API's clock; `null` if there is no license, or it does not expire. */
  daysLeft(): number | null;
  /**
   * Applies the parts of the state that have changed. `refresh` makes the page check its license.
   * If both the license and the fault change, the page loads the license before the fault starts.
   */
  follow(state: WorldState, refresh: () => Promise<unknown>): Promise<void>;
  /** Restarts the API with a new key, without refreshing the page. */
  renew(): Promise<void>;
  /** Returns a demo key for 365 days, with the entitlements of the current license and `backend_autoscaling`. */
  mintKey(): Promise<string>;
  /** Makes the API unreachable for 5 seconds. */
  restart(): Promise<void>;
  /**
   * Makes the API unreachable for `ms` milliseconds and restarts it with this key, without refreshing the page.
   * Returns the scenario of the resulting state: `unlicensed` if the API refused the key.
   */
  restartWithKey(licenseKey: string, ms: number): Promise<ScenarioName>;
  isRestarting(): boolean;
  /** Calls `listener` when any part of the simulation has changed. */
  subscribe(listener: () => void): () => void;
  /** Calls `listener` when the script of a fault has ended. */
  onMended(listener: () => void): () => void;
};

/** The part of the demo's state that the page itself does not hold. */
export type WorldState = Pick<DemoState, 'scenario' | 'days' | 'now' | 'fault'>;

/** Creates the simulation in the state that the page starts with. */
export async function createSimulation(state: WorldState): Promise<Simulation> {
  const changed = createEmitter();
  const mended = createEmitter();
  const alexandria = await startAlexandria({ log: (line) => console.info(line) });
  const routes = handlers(alexandria, { baseUrl: location.origin });
  let { scenario, days, now } = state;
  let fault: DemoFault | null = null;
  let restarting = false;
  let turn: Promise<void> = Promise.resolve();

  const setFault = (next: DemoFault | null) => {
    fault = next;
    const script = next === null ? undefined : OUTAGES[next];
    if (script !== undefined) alexandria.setFault(parseFaultScript(script));
    else alexandria.setFault(next !== null && isFaultName(next) ? next : null);
    // The mock's clock is an offset from the page's clock. Keep its time while the page's clock shifts.
    const present = alexandria.now();
    shiftBrowserClock(next === 'clock' || next === 'no-date' ? 3 * DAY_MS : 0);
    alexandria.setNow(present);
    pretendOffline(next === 'offline');
    changed.emit();
  };
  const isOutage = () => fault !== null && OUTAGES[fault] !== undefined;
  alexandria.onFaultChange(() => {
    // Continue only if the script of an outage has ended.
    if (!isOutage() || alexandria.fault() !== null) return;
    if (fault === 'outage-renewed') [scenario, days] = ['active', null];
    setFault(null);
    mended.emit();
  });
  const steer = async (next: WorldState) => {
    const moves = next.scenario === scenario && next.now === now && next.days !== null;
    ({ scenario, days, now } = next);
    if (!moves) {
      alexandria.setNow(now ?? realNow());
      await alexandria.restart({ scenario });
    }
    const expires = alexandria.licenseBody().expires_at;
    if (days !== null && expires !== null) alexandria.setNow(Date.parse(expires) - millisecondsLeft(days));
    changed.emit();
  };

  const stopFor = async (ms: number) => {
    restarting = true;
    changed.emit();
    await new Promise((resolve) => setTimeout(resolve, ms));
  };
  const startAgain = () => {
    restarting = false;
    changed.emit();
  };

  await steer({ ...state, days: null });
  if (state.days !== null) await steer(state);
  if (state.fault !== null) setFault(state.fault);

  return {
    async answer(request) {
      if (restarting || fault === 'down' || fault === 'offline') return Response.error();
      if (isOutage()) return new Response('<h1>503 Service Unavailable</h1>', { status: 503 });
      if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      return (await getResponse(routes, request)) ?? Response.json({ title: 'Not Found', status: 404 }, { status: 404 });
    },
    daysLeft() {
      const expires = alexandria.licenseBody().expires_at;
      return expires === null ? null : (Date.parse(expires) - alexandria.now()) / DAY_MS;
    },
    follow(next, refresh) {
      turn = turn.then(async () => {
        if (next.scenario !== scenario || next.days !== days || next.now !== now) {
          setFault(null);
          await steer(next);
          await refresh();
        }
        if (next.fault === fault) return;
        setFault(next.fault);
        // Not awaited: an answer that never ends must not block the next change.
        void refresh();
      });
      return turn;
    },
    async renew() {
      await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: alexandria.now() + YEAR_MS }) });
      scenario = 'active';
      days = null;
      changed.emit();
    },
    mintKey() {
      const { tier, entitlements } = alexandria.licenseBody();
      const renewed = entitlements.length === 0 ? DOCUMENTED_ENTITLEMENTS : entitlements;
      return mintLicenseKey({
        expiresAt: alexandria.now() + YEAR_MS,
        entitlements: [...new Set([...renewed, 'backend_autoscaling'])],
        subject: 'demo-customer',
        ...(tier === null ? {} : { tier }),
      });
    },
    async restart() {
      await stopFor(RESTART_MS);
      startAgain();
    },
    async restartWithKey(licenseKey, ms) {
      await stopFor(ms);
      await alexandria.restart({ licenseKey: trimLicenseKey(licenseKey) });
      const state = alexandria.state();
      scenario = isScenarioName(state) ? state : 'unlicensed';
      days = null;
      startAgain();
      return scenario;
    },
    isRestarting: () => restarting,
    subscribe: changed.subscribe,
    onMended: mended.subscribe,
  };
}
