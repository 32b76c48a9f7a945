import { environmentManager } from '@tanstack/react-query';
import type { Dashboard } from './dashboards.js';
import { installClock } from './virtualClock.js';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
const EPOCH = Date.UTC(2027, 0, 1);

/** What happens, in milliseconds since the dashboards are all open. */
export type Events = {
  /** From then on, for so long, the API answers nothing but 503. */
  readonly restart?: { readonly at: number; readonly ms: number };
  /** Within the second that begins then, each dashboard is refused a licensed feature. */
  readonly flood?: number;
  /** How far off the expiry is when they are all open; `null` for no license. */
  readonly expiresIn: number | null;
};

/** A herd of dashboards, and what it sees. */
export type Herd = {
  readonly open: (fetch: typeof globalThis.fetch) => Dashboard;
  readonly dashboards: number;
  /** Over so long a time they are opened, evenly, before anything happens. */
  readonly openingMs: number;
  /** How long they are watched then. */
  readonly ms: number;
  readonly events: Events;
  /** The dice of the pages. */
  readonly random: () => number;
};

/** Dice that fall the same way in every run. */
export function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * When the API was asked for the license, in milliseconds since all dashboards were open. Simulated are the clock, the network (an answer
 * takes 40 to 80 ms, however many ask), the API, and who has just clicked: one in fifty. What asks is the real code.
 */
export async function runHerd({ open, dashboards, openingMs, ms, events, random }: Herd): Promise<readonly number[]> {
  const dice = createDice(1);
  const clock = installClock(EPOCH - openingMs, random);
  const leavePage = becomePage(() => dice() < 1 / 50);
  const now = () => clock.now() - openingMs;
  const asked: number[] = [];
  const fetch: typeof globalThis.fetch = (input) =>
    new Promise((resolve) => {
      const isLicense = String(input).endsWith('/admin/license');
      if (isLicense) asked.push(now());
      setTimeout(() => resolve(answer(isLicense, events, now())), 40 + 40 * dice());
    });
  const opened: Dashboard[] = [];
  for (let at = 0; at < dashboards; at += 1) setTimeout(() => opened.push(open(fetch)), dice() * openingMs);
  const refuse = () => {
    for (const { ask } of opened) setTimeout(ask, dice() * SECOND);
  };
  if (events.flood !== undefined) setTimeout(refuse, openingMs + events.flood);
  try {
    await clock.runUntil(openingMs + ms);
  } finally {
    leavePage();
    clock.remove();
  }
  return asked.filter((at) => at >= 0);
}

function answer(isLicense: boolean, { restart, expiresIn }: Events, now: number): Response {
  const headers = { date: new Date(EPOCH + now).toUTCString() };
  if (restart && now >= restart.at && now < restart.at + restart.ms) return new Response(null, { status: 503, headers });
  if (!isLicense) return Response.json({ status: 402, entitlement: 'audit_export' }, { status: 402, headers });
  if (expiresIn === null) return Response.json({ tier: null, entitlements: [], expires_at: null }, { headers });
  const left = expiresIn - now;
  const body = {
    tier: 'enterprise',
    entitlements: ['audit_export', 'oidc'],
    expires_at: new Date(EPOCH + expiresIn).toISOString(),
    days_remaining: Math.max(0, Math.floor(left / DAY)),
    grace_remaining_seconds: left > 0 ? 0 : Math.max(0, Math.ceil((left + 7 * DAY) / SECOND)),
  };
  return Response.json(body, { headers });
}

// In Node, TanStack Query takes itself for a server, which polls nothing.
function becomePage(isActive: () => boolean): () => void {
  const own = ['document', 'navigator'].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const { isServer } = environmentManager;
  const wasServer = isServer();
  environmentManager.setIsServer(() => false);
  const listens = { addEventListener: () => undefined, removeEventListener: () => undefined };
  const userActivation = {
    get isActive() {
      return isActive();
    },
  };
  Object.defineProperty(globalThis, 'document', { value: { visibilityState: 'visible', ...listens }, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: { userActivation }, configurable: true });
  return () => {
    environmentManager.setIsServer(() => wasServer);
    for (const [name, descriptor] of own) {
      Reflect.deleteProperty(globalThis, name);
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    }
  };
}
