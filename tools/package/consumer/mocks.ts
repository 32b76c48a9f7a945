import {
  type Alexandria,
  type AlexandriaOptions,
  demoPublicKey,
  type FaultName,
  faults,
  type FaultScript,
  type FaultStep,
  type HandlerOptions,
  handlers,
  isFaultName,
  isScenarioName,
  mintLicenseKey,
  mintSessionToken,
  type MintOptions,
  parseExpiry,
  parseFaultScript,
  type Scenario,
  type ScenarioName,
  scenarios,
  type SessionRole,
  startAlexandria,
} from '@alexandria-ee/license-ui/mocks';
import {
  type AlexandriaOptions as ServedOptions,
  type AlexandriaServer,
  type Alexandria as ServedAlexandria,
  serveAlexandria,
  type ServeOptions,
  startAlexandria as startServed,
} from '@alexandria-ee/license-ui/mocks/server';
import { setupWorker } from 'msw/browser';

const served: HandlerOptions = { baseUrl: 'http://127.0.0.1:8080' };
const minted: MintOptions = { expiresAt: parseExpiry('+30d', Date.now()), tier: 'enterprise', entitlements: ['scim'] };
const role: SessionRole = 'admin';

export async function start(name: string, fault: string): Promise<Alexandria> {
  const scenario: ScenarioName = isScenarioName(name) ? name : 'active';
  const chosen: Scenario = scenarios[scenario];
  const failing: FaultName = isFaultName(fault) ? fault : 'reset';
  const options: AlexandriaOptions = { scenario, fault: failing, licenseKey: await mintLicenseKey(minted) };
  const alexandria = await startAlexandria(options);
  await setupWorker(...handlers(alexandria, served)).start();
  const wait: FaultStep = { fault: null, forMs: 10_000 };
  const script: FaultScript = [wait, ...parseFaultScript('503 for 40 s, then a new license')];
  const leave: () => void = alexandria.onFaultChange(() => console.log(alexandria.fault()));
  alexandria.setFault(script);
  leave();
  console.log(chosen, faults[failing]().status, await mintSessionToken(role), demoPublicKey.kid);
  return alexandria;
}

export async function serve(): Promise<AlexandriaServer> {
  const options: ServedOptions = { scenario: 'grace' };
  const alexandria: ServedAlexandria = await startServed(options);
  const listening: ServeOptions = { port: 8080, cors: true };
  return serveAlexandria(alexandria, listening);
}
