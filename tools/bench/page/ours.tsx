import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Profiler, type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createLicenseClient, licenseKeys, watchPaymentRequired } from '../../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, PaymentRequiredNotice } from '../../../src/index.js';
import { waste } from '../waste.js';
import { GRACE, LAPSED, LONG, SIX, stubLicense, until } from './license.js';
import type { Side } from './Side.js';

const part = (name: string) => document.querySelector(`[data-license-part="${name}"]`);
const isFresh = (name: string) => part(name)?.getAttribute('data-license-freshness') === 'fresh';

function open(element: HTMLElement, api: { fetch: () => Promise<Response> }, children: ReactNode, onCommit: () => void = () => undefined) {
  const client = createLicenseClient({ baseUrl: '', scope: 'bench', storage: null, fetch: api.fetch });
  const queries = new QueryClient();
  createRoot(element).render(
    <QueryClientProvider client={queries}>
      <Profiler id="ours" onRender={onCommit}>
        <LicenseProvider client={client} role="admin" licenseHref="/license">
          {children}
        </LicenseProvider>
      </Profiler>
    </QueryClientProvider>,
  );
  return { client, queries };
}

// A deliberate defect for --slowed: it renders at each poll, and keeps data of each.
let renderAgain: () => void = () => undefined;
function Restless(): ReactNode {
  const [kept, keep] = useState<readonly number[][]>([]);
  renderAgain = () => keep((before) => [...before, Array.from({ length: 1_000 }, Math.random)]);
  return <span hidden>{kept.length}</span>;
}

/** Renders provider, banner, gate and notices in the grace period. */
export function ours(slowed: boolean): Side {
  const api = stubLicense(GRACE, SIX);
  let opened: ReturnType<typeof open> | null = null;
  return {
    mount(element, onCommit) {
      const shown = (
        <>
          <LicenseBanner />
          <EntitlementGate entitlement="vault">
            <p>The feature</p>
          </EntitlementGate>
          <PaymentRequiredNotice />
          {slowed && <Restless />}
        </>
      );
      opened = open(element, api, shown, onCommit);
    },
    async poll() {
      if (opened === null) throw new Error('The side is not mounted.');
      if (slowed) renderAgain();
      await opened.queries.refetchQueries({ queryKey: licenseKeys.license(opened.client) });
    },
  };
}

/** The result of a burst of simultaneous 402s. */
export type Burst = {
  readonly shownAfterMs: number;
  /** Time for the same requests without the interceptor, until the last body is read. */
  readonly unwatchedMs: number;
  readonly notices: number;
  readonly licenseRequests: number;
};

/**
 * Sends `count` requests at once, and waits until a notice is painted. Every response is a 402 for the same entitlement.
 * The URLs differ by a name if `named` is true, else by a number.
 */
export async function burst(
  reason: 'lapsed' | 'not-included',
  { count, slowed, named }: { readonly count: number; readonly slowed: boolean; readonly named: boolean },
): Promise<Burst> {
  const element = document.body.appendChild(document.createElement('div'));
  const api = reason === 'lapsed' ? stubLicense(LAPSED, SIX) : stubLicense(LONG, SIX.slice(0, 5));
  const shown = (
    <>
      <LicensePanel />
      <PaymentRequiredNotice />
    </>
  );
  const { client } = open(element, api, shown);
  await until(() => isFresh('panel'));
  const before = api.requestCount();
  const body = JSON.stringify({ type: 'about:blank', title: 'Payment Required', status: 402, entitlement: 'vault' });
  const refuse = async () => new Response(body, { status: 402, headers: { 'content-type': 'application/problem+json' } });
  const watched = watchPaymentRequired(refuse, client);
  const unwatchedFrom = performance.now();
  await Promise.all(Array.from({ length: count }, async () => (await refuse()).text()));
  const unwatchedMs = performance.now() - unwatchedFrom;
  const from = performance.now();
  const painted = (async () => {
    await until(() => part('notice') !== null);
    // The current frame paints the notice. The next task runs after the paint.
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - from;
  })();
  const answers = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      // A name must not contain digits.
      const last = named ? at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit))) : at;
      // An absolute URL, as in the response of a real fetch.
      const response = await watched(`${location.origin}/admin/vault/${last}`);
      if (slowed) waste(0.5);
      return response.text();
    }),
  );
  if (answers.some((answer) => answer !== body)) throw new Error('A response body was changed.');
  const shownAfterMs = await painted;
  // A background check starts within 15 seconds. A second check would follow soon after it.
  await until(() => api.requestCount() > before, 17_000);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return {
    shownAfterMs,
    unwatchedMs,
    notices: document.querySelectorAll('[data-license-part="notice"]').length,
    licenseRequests: api.requestCount() - before,
  };
}

/** Renders the panel with `count` entitlements. Returns the milliseconds until it is painted and accepts input. */
export async function manyEntitlements({ count, slowed }: { readonly count: number; readonly slowed: boolean }): Promise<number> {
  const element = document.body.appendChild(document.createElement('div'));
  const entitlements = Array.from({ length: count }, (_, at) => `feature_${at}`);
  const from = performance.now();
  open(element, stubLicense(LONG, entitlements), <LicensePanel />);
  await until(() => element.querySelector('input[type="search"]') !== null);
  if (slowed) {
    waste(1_000);
    element.addEventListener('input', () => waste(400));
  }
  // After a frame and a task, no work is left that would delay an event.
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - from;
}

/** Records the milliseconds from each key press to the frame that shows its letter. */
export function watchTyping(): readonly number[] {
  const took: number[] = [];
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - timeStamp))),
    true,
  );
  return took;
}

/** Returns the milliseconds from the last key press until the list shows only the typed feature. */
export async function watchMatch(): Promise<number> {
  let last = Number.NaN;
  document.addEventListener('keydown', ({ timeStamp }) => (last = timeStamp), true);
  const statuses = () => Array.from(part('panel')?.querySelectorAll('[role="status"]') ?? [], ({ textContent }) => textContent);
  await until(() => statuses().some((text) => text?.startsWith('1 of ')), 30_000);
  // The current frame paints the list. The next task runs after the paint.
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - last;
}
