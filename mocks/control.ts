import { HttpResponse, http } from 'msw';
import { isLicenseError, LicenseError } from '../src/license/LicenseError.js';
import { mintLicenseKey, parseExpiry } from './mintLicenseKey.js';
import { parseFaultScript } from './parseFaultScript.js';
import { readLicenseKey, trimLicenseKey } from './readLicenseKey.js';
import { isScenarioName } from './scenarios.js';
import type { Alexandria } from './startAlexandria.js';

/**
 * Controls a running mock: `POST /__mock__` with JSON.
 *
 * - `now` sets its clock to a date, or by an offset from the mock's current time.
 * - `scenario` restarts it with that scenario.
 * - `expires` restarts it with a new demo key that expires then.
 * - `licenseKey` restarts it with exactly this key, and takes precedence over `scenario` and `expires`. Line breaks and
 *   spaces around the key are removed. If the mock refuses the key, it runs unlicensed and the answer is a 400.
 * - `fault` is a script of faults, such as `server-error`, `503 for 40 s, then a new license`, or `none`.
 *
 * The answer has the mock's time, license, current fault and number of requests to the license route. It never contains a key.
 *
 * @example curl -d '{"expires":"365d"}' http://127.0.0.1:8080/__mock__
 */
export function controlHandlers(alexandria: Alexandria) {
  return [
    http.post('*/__mock__', async ({ request }) => {
      try {
        await applyControls(alexandria, await request.json());
        return HttpResponse.json({
          now: new Date(alexandria.now()).toISOString(),
          license: alexandria.licenseBody(),
          fault: alexandria.fault(),
          requests: alexandria.requestCount(),
        });
      } catch (error) {
        return HttpResponse.json({ detail: isLicenseError(error) ? error.message : 'The body must be a JSON object.' }, { status: 400 });
      }
    }),
  ];
}

function refused(message: string): LicenseError {
  return new LicenseError('invalid_option', message);
}

async function applyControls(alexandria: Alexandria, body: unknown): Promise<void> {
  const members = new Map<string, unknown>(Object.entries(Object(body)));
  const text = (name: string): string | undefined => {
    const value = members.get(name);
    members.delete(name);
    if (value === undefined || typeof value === 'string') return value;
    throw refused(`${name} must be a string.`);
  };
  const isEmpty = members.size === 0;
  const [now, scenario, expires, licenseKey, fault] = [text('now'), text('scenario'), text('expires'), text('licenseKey'), text('fault')];
  if (isEmpty || members.size > 0)
    throw refused('The body must be a JSON object with now, scenario, expires, licenseKey or fault, and nothing else.');
  if (scenario !== undefined && !isScenarioName(scenario)) throw refused(`There is no scenario "${scenario}".`);
  const script = fault === undefined ? undefined : parseFaultScript(fault);
  const last = script?.at(-1);
  if (last && 'forMs' in last && last.fault === 'refused' && last.forMs === null) {
    throw refused('"refused" needs a time here, such as "refused for 10 s": no later request would reach the mock.');
  }
  if (now !== undefined) alexandria.setNow(parseExpiry(now, alexandria.now()));
  if (script) alexandria.setFault(script);
  if (licenseKey !== undefined) await restartWithKey(alexandria, trimLicenseKey(licenseKey));
  else if (expires !== undefined) {
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: parseExpiry(expires, alexandria.now()) }) });
  } else if (scenario !== undefined) await alexandria.restart({ scenario });
}

async function restartWithKey(alexandria: Alexandria, licenseKey: string): Promise<void> {
  // A real API restarts with an invalid key, too, and runs unlicensed.
  await alexandria.restart({ licenseKey });
  try {
    await readLicenseKey(licenseKey, alexandria.now());
  } catch (error) {
    if (!isLicenseError(error)) throw error;
    throw refused(`The mock refused this license key and now runs unlicensed. ${error.code}: ${error.message}`);
  }
}
