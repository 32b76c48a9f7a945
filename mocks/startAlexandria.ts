import { DAY_MS } from '../src/lib/time.js';
import type { LicenseBody } from '../src/license/LicenseBody.js';
import { isLicenseError } from '../src/license/LicenseError.js';
import { parseLicense } from '../src/license/parseLicense.js';
import { entitlementState } from '../src/license/entitlementState.js';
import { type LicenseState, licenseStatus } from '../src/license/licenseStatus.js';
import { bodyFromClaims, UNLICENSED } from './bodyFromClaims.js';
import type { VerifiedLicense } from '../src/verifier/verifyLicenseKey.js';
import { createFaultPlayer } from './createFaultPlayer.js';
import type { FaultName } from './faults.js';
import type { FaultScript } from './parseFaultScript.js';
import { mintLicenseKey } from './mintLicenseKey.js';
import { readLicenseKey } from './readLicenseKey.js';
import { type Refuses, type Scenario, type ScenarioName, scenarios } from './scenarios.js';

/** Options of the mock API. */
export type AlexandriaOptions = {
  /** The license key. Takes precedence over `scenario`. */
  readonly licenseKey?: string;
  /** Default: `active`. */
  readonly scenario?: ScenarioName;
  /** The fault at the start, or a script of faults from {@link parseFaultScript}. */
  readonly fault?: FaultName | FaultScript;
  /** The API's time at the start, in milliseconds since 1970. Default: this machine's time. */
  readonly now?: number;
  /** Receives each line of the start-up log. Default: nothing is logged. */
  readonly log?: (line: string) => void;
};

/** A running mock of the Alexandria API. It reads its license at start-up and has its own clock. */
export type Alexandria = {
  /** Returns the API's time in milliseconds since 1970. */
  now(): number;
  /** Sets the API's clock, in milliseconds since 1970. */
  setNow(now: number): void;
  /** Returns the current body of `GET /admin/license`. */
  licenseBody(): LicenseBody;
  /** Returns the current state of the license. */
  state(): LicenseState;
  /** Returns true if requests that need this entitlement are allowed now. */
  allows(entitlement: string): boolean;
  /** Returns the current fault; `null` for none. */
  fault(): FaultName | null;
  /** Starts a fault or a script of faults, and replaces the previous one. `null` ends it. */
  setFault(fault: FaultName | FaultScript | null): void;
  /** Calls `listener` when the fault may have changed. Returns the unsubscribe function. */
  onFaultChange(listener: () => void): () => void;
  /** Returns the number of requests to the license route. */
  requestCount(): number;
  /** Counts a request to the license route. */
  countRequest(): void;
  /** Returns true if a 402 names the missing entitlement. */
  namesEntitlement(): boolean;
  /** Restarts with another license, as after a renewal. Runs unlicensed if the key is invalid. The clock keeps running. */
  restart(license: Pick<AlexandriaOptions, 'licenseKey' | 'scenario'>): Promise<void>;
};

const YEAR_MS = 365 * DAY_MS;
/**
 * Starts the mock API. If the license key is invalid or not yet in force, it logs the reason and runs unlicensed.
 *
 * @example const alexandria = await startAlexandria({ scenario: 'grace' });
 */
export async function startAlexandria(options: AlexandriaOptions = {}): Promise<Alexandria> {
  const { log = () => undefined } = options;
  let offset = (options.now ?? Date.now()) - Date.now();
  const now = () => Date.now() + offset;
  let requestCount = 0;
  let refuses: Refuses | null = null;
  let answer: (instant: number) => LicenseBody = () => UNLICENSED;

  const load = async ({ licenseKey, scenario = 'active' }: Pick<AlexandriaOptions, 'licenseKey' | 'scenario'>) => {
    const wanted: Scenario = scenarios[scenario];
    refuses = licenseKey === undefined && 'refuses' in wanted ? (wanted.refuses ?? null) : null;
    if (licenseKey === undefined && 'body' in wanted) {
      answer = () => wanted.body;
      log(`INFO license loaded tier=${wanted.body.tier} expires_at=never entitlements=[${wanted.body.entitlements.join(' ')}]`);
      return;
    }
    const started = now();
    const key = licenseKey ?? (await keyOf(wanted, started));
    const verified = key === '' ? null : await readKey(key, started, log);
    answer = verified ? (instant) => bodyFromClaims(verified.claims, instant) : () => UNLICENSED;
    for (const line of verified ? startUpLines(verified, started) : ['WARN no license: licensed features answer 402']) log(line);
  };
  await load(options);

  const player = createFaultPlayer(async () => load({ licenseKey: await mintLicenseKey({ expiresAt: now() + YEAR_MS }) }));
  const setFault = (next: FaultName | FaultScript | null) => {
    player.play(typeof next === 'string' || next === null ? [{ fault: next, forMs: null }] : next);
  };
  if (options.fault !== undefined) setFault(options.fault);

  const state = () => licenseStatus(parseLicense(answer(now())).license, now()).state;
  return {
    now,
    setNow(instant) {
      offset = instant - Date.now();
    },
    licenseBody: () => answer(now()),
    state,
    fault: player.fault,
    setFault,
    onFaultChange: player.onChange,
    requestCount: () => requestCount,
    countRequest() {
      requestCount += 1;
    },
    namesEntitlement: () => refuses !== 'unnamed',
    allows: (entitlement) => {
      if (refuses === 'all') return false;
      const entitled = entitlementState(answer(now()).entitlements.includes(entitlement), state());
      return entitled === 'included' || entitled === 'ending';
    },
    restart: load,
  };
}

async function keyOf(scenario: Scenario, now: number): Promise<string> {
  if (!('expiresIn' in scenario)) return '';
  return mintLicenseKey({ ...scenario, expiresAt: now + scenario.expiresIn, subject: 'demo-customer' });
}

async function readKey(licenseKey: string, now: number, log: (line: string) => void): Promise<VerifiedLicense | null> {
  try {
    return await readLicenseKey(licenseKey, now);
  } catch (error) {
    if (!isLicenseError(error)) throw error;
    log(`ERROR license key refused code=${error.code}: ${error.message}`);
    return null;
  }
}

function startUpLines({ claims, state }: VerifiedLicense, now: number): readonly string[] {
  const body = bodyFromClaims(claims, now);
  const license = `tier=${body.tier} expires_at=${body.expires_at?.slice(0, 10)}`;
  const loaded = `INFO license loaded ${license} entitlements=[${body.entitlements.join(' ')}]`;
  const warning: Partial<Record<LicenseState, string>> = {
    expiring: `WARN license expires soon ${license} days_remaining=${body.days_remaining}`,
    grace: `WARN license expired, in grace ${license} grace_remaining_seconds=${body.grace_remaining_seconds}`,
    expired: `WARN license expired, beyond grace ${license}: licensed features answer 402`,
  };
  return warning[state] === undefined ? [loaded] : [loaded, warning[state]];
}
