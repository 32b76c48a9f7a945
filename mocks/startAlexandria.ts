import { DAY_MS } from '../src/lib/time.js';
import type { LicenseBody } from '../src/license/LicenseBody.js';
import { isLicenseError, LicenseError } from '../src/license/LicenseError.js';
import { parseLicense } from '../src/license/parseLicense.js';
import { entitlementState } from '../src/license/entitlementState.js';
import { type LicenseState, licenseStatus } from '../src/license/licenseStatus.js';
import { licenseFromClaims } from '../src/verifier/licenseFromClaims.js';
import { type VerifiedLicense, verifyLicenseKey } from '../src/verifier/verifyLicenseKey.js';
import { createFaultPlayer } from './createFaultPlayer.js';
import type { FaultName } from './faults.js';
import type { FaultScript } from './parseFaultScript.js';
import { demoPublicKey } from './demoKey.js';
import { mintLicenseKey } from './mintLicenseKey.js';
import { type Refuses, type Scenario, type ScenarioName, scenarios } from './scenarios.js';

/** How the mock API starts. */
export type AlexandriaOptions = {
  /** The license key; goes before `scenario`. */
  readonly licenseKey?: string;
  /** Default: `active`. */
  readonly scenario?: ScenarioName;
  /** A fault from the start, or a script of them, by {@link parseFaultScript}. */
  readonly fault?: FaultName | FaultScript;
  /** What time it is for the API at the start, in milliseconds since 1970. Default: this machine's time. */
  readonly now?: number;
  /** Takes the lines of the start-up log. Default: nothing is logged. */
  readonly log?: (line: string) => void;
};

/** A running mock of the Alexandria API: a license read at start-up, and a clock of its own. */
export type Alexandria = {
  /** Milliseconds since 1970 by the API's clock. */
  now(): number;
  /** Sets the API's clock. */
  setNow(now: number): void;
  /** What `GET /admin/license` answers now. */
  licenseBody(): LicenseBody;
  /** What the license is worth now. */
  state(): LicenseState;
  /** Whether requests that need this entitlement pass now. */
  allows(entitlement: string): boolean;
  /** The present fault; `null` for none. */
  fault(): FaultName | null;
  /** A fault from now on, a script of them, or `null` for none; ends what was set before. */
  setFault(fault: FaultName | FaultScript | null): void;
  /** Calls `listener` when the fault may have changed; returns the undo. */
  onFaultChange(listener: () => void): () => void;
  /** How often the license route has been asked. */
  asked(): number;
  /** Counts one question more. */
  countAsked(): void;
  /** Whether a 402 names the entitlement that is missing. */
  names(): boolean;
  /** Starts again with another license, as after a renewal; the clock goes on. */
  restart(license: Pick<AlexandriaOptions, 'licenseKey' | 'scenario'>): Promise<void>;
};

const YEAR_MS = 365 * DAY_MS;
const UNLICENSED: LicenseBody = { tier: null, entitlements: [], expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 };

/**
 * Starts the mock API. A license key that doesn't verify, or that isn't in force yet, is logged, and it runs unlicensed.
 *
 * @example const alexandria = await startAlexandria({ scenario: 'grace' });
 */
export async function startAlexandria(options: AlexandriaOptions = {}): Promise<Alexandria> {
  const { log = () => undefined } = options;
  let offset = (options.now ?? Date.now()) - Date.now();
  const now = () => Date.now() + offset;
  let asked = 0;
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
    const key = licenseKey ?? (await keyOf(wanted, now()));
    const verified = key === '' ? null : await readKey(key, now(), log);
    answer = verified ? (instant) => licenseFromClaims(verified.claims, instant) : () => UNLICENSED;
    for (const line of verified ? startUpLines(verified) : ['WARN no license: licensed features answer 402']) log(line);
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
    asked: () => asked,
    countAsked() {
      asked += 1;
    },
    names: () => refuses !== 'unnamed',
    allows: (entitlement) => {
      if (refuses === 'all') return false;
      const worth = entitlementState(answer(now()).entitlements.includes(entitlement), state());
      return worth === 'included' || worth === 'ending';
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
    const verified = await verifyLicenseKey(licenseKey, { keys: [demoPublicKey], now });
    if (verified.state !== 'scheduled') return verified;
    throw new LicenseError('invalid_claims', 'The license key is not in force yet (nbf lies in the future).');
  } catch (error) {
    if (!isLicenseError(error)) throw error;
    log(`ERROR license key refused code=${error.code}: ${error.message}`);
    return null;
  }
}

function startUpLines({ body, state }: VerifiedLicense): readonly string[] {
  const license = `tier=${body.tier} expires_at=${body.expires_at?.slice(0, 10)}`;
  const loaded = `INFO license loaded ${license} entitlements=[${body.entitlements.join(' ')}]`;
  const warning: Partial<Record<LicenseState, string>> = {
    expiring: `WARN license expires soon ${license} days_remaining=${body.days_remaining}`,
    grace: `WARN license expired, in grace ${license} grace_remaining_seconds=${body.grace_remaining_seconds}`,
    expired: `WARN license expired, beyond grace ${license}: licensed features answer 402`,
  };
  return warning[state] === undefined ? [loaded] : [loaded, warning[state]];
}
