import { DAY_MS } from '../src/lib/time.js';
import { getResponse } from 'msw';
import { isFaultName } from '../mocks/faults.js';
import { handlers } from '../mocks/handlers.js';
import { mintLicenseKey } from '../mocks/mintLicenseKey.js';
import { parseFaultScript } from '../mocks/parseFaultScript.js';
import { startAlexandria } from '../mocks/startAlexandria.js';
import { createEmitter } from '../src/lib/createEmitter.js';
import { realNow, shiftBrowserClock } from './browserClock.js';
import { pretendOffline } from './browserConnection.js';
import { type DemoFault, OUTAGES } from './demoFaults.js';
import type { DemoState } from './demoState.js';
import { millisecondsLeft } from './timeStops.js';

const RESTART_MS = 5_000;
const SLOW_MS = 4_000;

/** What the dashboard of the demo runs against: the mock API, the network before it, and the clock of the browser. */
export type Simulation = {
  /** Answers a request of the page; an error response where there is no connection. */
  answer(request: Request): Promise<Response>;
  /** How many days are left by the API's clock; `null` for a license without an end, or none. */
  daysLeft(): number | null;
  /**
   * Becomes as the state says, as far as it isn't. `look` has the page check its license; where another license comes
   * together with a fault, the page sees it before the fault.
   */
  follow(state: WorldState, look: () => Promise<unknown>): Promise<void>;
  /** Starts the API again with a new key, and tells nobody. */
  renew(): Promise<void>;
  /** Takes the API away for some seconds. */
  restart(): Promise<void>;
  isRestarting(): boolean;
  /** Calls `listener` when something of it has changed. */
  subscribe(listener: () => void): () => void;
  /** Calls `listener` when a fault has ended by itself. */
  onMended(listener: () => void): () => void;
};

/** The part of the demo's state that is not the page's own. */
export type WorldState = Pick<DemoState, 'scenario' | 'days' | 'now' | 'fault'>;

/** Builds it in the state that the page starts with. */
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
    // The mock counts from the page's clock; its own time goes on.
    const present = alexandria.now();
    shiftBrowserClock(next === 'clock' || next === 'no-date' ? 3 * DAY_MS : 0);
    alexandria.setNow(present);
    pretendOffline(next === 'offline');
    changed.emit();
  };
  const isOutage = () => fault !== null && OUTAGES[fault] !== undefined;
  alexandria.onFaultChange(() => {
    // A script has come to its end.
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
    follow(next, look) {
      turn = turn.then(async () => {
        if (next.scenario !== scenario || next.days !== days || next.now !== now) {
          setFault(null);
          await steer(next);
          await look();
        }
        if (next.fault === fault) return;
        setFault(next.fault);
        // Not waited for: an answer that never ends must not keep the next choice waiting.
        void look();
      });
      return turn;
    },
    async renew() {
      await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: alexandria.now() + 365 * DAY_MS }) });
      scenario = 'active';
      days = null;
      changed.emit();
    },
    async restart() {
      restarting = true;
      changed.emit();
      await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
      restarting = false;
      changed.emit();
    },
    isRestarting: () => restarting,
    subscribe: changed.subscribe,
    onMended: mended.subscribe,
  };
}
