import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, useLicense } from '../../src/index.js';

const DAY = 86_400_000;
const EXPIRED = { tier: 'enterprise', entitlements: ['scim'], expires_at: new Date(Date.now() - 9 * DAY).toISOString(), days_remaining: 0 };

afterEach(() => localStorage.clear());

function State() {
  const { state } = useLicense();
  return <output data-state={state}>{state}</output>;
}

const gate = () => (
  <EntitlementGate entitlement="scim">
    <p>Users are provisioned</p>
  </EntitlementGate>
);

// Name, component, and a selector that matches once the license is known.
const parts: readonly (readonly [string, ComponentType, string])[] = [
  ['LicenseBanner', LicenseBanner, '[data-license-part="banner"][data-license-state="expired"]'],
  ['LicensePanel', LicensePanel, '[data-license-part="panel"][data-license-state="expired"]'],
  ['EntitlementGate', gate, '[data-license-part="notice"][data-license-reason="lapsed"]'],
  ['useLicense', State, 'output[data-state="expired"] + output[data-state="expired"]'],
];

function page(Late: ComponentType, answer: () => Promise<Response>) {
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', fetch: answer });
  return (
    <QueryClientProvider client={new QueryClient()}>
      <LicenseProvider client={client} role="admin" locale="en-GB">
        <State />
        <Suspense fallback="Loading">
          <Late />
        </Suspense>
      </LicenseProvider>
    </QueryClientProvider>
  );
}

it.each(parts)('%s hydrates without a mismatch after the license is known', async (_, Part, known) => {
  const root = document.createElement('div');
  document.body.append(root);
  root.innerHTML = renderToString(page(Part, () => new Promise(() => undefined)));
  const output = () => root.querySelector('output')?.textContent;
  expect(output()).toBe('unknown');

  // Simulates a slow connection: the lazy component loads after the license.
  let load: () => void = () => undefined;
  const loaded = new Promise<void>((resolve) => (load = resolve));
  const Late = lazy(() => loaded.then(() => ({ default: Part })));
  const onRecoverableError = vi.fn();
  const hydrated = hydrateRoot(
    root,
    page(Late, async () => Response.json(EXPIRED)),
    { onRecoverableError },
  );
  await expect.poll(output).toBe('expired');
  load();
  await expect.poll(() => root.querySelector(known)).not.toBeNull();
  expect(onRecoverableError).not.toHaveBeenCalled();
  hydrated.unmount();
  root.remove();
});
