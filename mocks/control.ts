import { HttpResponse, http } from 'msw';
import { isLicenseError } from '../src/contract/LicenseError.js';
import { mintLicenseKey, parseExpiry } from './mintLicenseKey.js';
import { isScenarioName } from './scenarios.js';
import type { Alexandria } from './startAlexandria.js';

/**
 * Steers a running mock: `POST /__mock__` with JSON. `now` sets its clock (a date, or an offset from the mock's present
 * time), and `scenario`, or `expires` for a new demo key, restarts it with another license.
 *
 * @example curl -d '{"expires":"365d"}' http://127.0.0.1:8080/__mock__
 */
export function controlHandlers(alexandria: Alexandria) {
  return [
    http.post('*/__mock__', async ({ request }) => {
      try {
        await steer(alexandria, await request.json());
        return HttpResponse.json({ now: new Date(alexandria.now()).toISOString(), license: alexandria.licenseBody() });
      } catch (error) {
        return HttpResponse.json({ detail: isLicenseError(error) ? error.message : 'The body must be a JSON object.' }, { status: 400 });
      }
    }),
  ];
}

async function steer(alexandria: Alexandria, order: unknown): Promise<void> {
  const { now, scenario, expires } = Object(order);
  if (typeof now === 'string') alexandria.setNow(parseExpiry(now, alexandria.now()));
  if (typeof scenario === 'string' && isScenarioName(scenario)) await alexandria.restart({ scenario });
  if (typeof expires === 'string') {
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: parseExpiry(expires, alexandria.now()) }) });
  }
}
