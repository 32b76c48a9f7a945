import { Profiler, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { refusalStoreOf } from '../../src/payment-required/refusalStoreOf.js';
import {
  EntitlementGate,
  type EntitlementGateProps,
  type Explanation,
  LicensePanel,
  PaymentRequiredNotice,
  useEntitlement,
} from '../../src/index.js';
import { letTenantsWork, notices, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const traffic = withWorker();
const ready = (state: string) => expect.poll(() => part('panel')?.dataset['licenseState']).toBe(state);

function ExportButton() {
  const { explanation, state } = useEntitlement('audit_export');
  return (
    <button type="button" disabled={explanation !== null} title={explanation?.title}>
      Export ({state})
    </button>
  );
}

const children = (
  <>
    <LicensePanel />
    <PaymentRequiredNotice />
    <EntitlementGate entitlement="multi_tenant">
      <p>Tenants of this gateway</p>
    </EntitlementGate>
    <ExportButton />
  </>
);

describe('the gate', () => {
  it.each(['active', 'expiring', 'grace', 'no-end'] as const)('renders its children in the scenario %s', async (scenario) => {
    const { screen } = await renderDashboard({ scenario, children });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Export' })).toBeEnabled();
  });

  it.each([
    ['expired', 'expired', 'multi_tenant lapsed'],
    ['unlicensed', 'unlicensed', 'multi_tenant no-license'],
  ] as const)('renders an explanation instead of its children in the scenario %s, before any 402', async (scenario, state, notice) => {
    const { screen } = await renderDashboard({ scenario, children });
    await ready(state);
    await expect.poll(notices).toEqual([notice]);
    expect(screen.getByText('Tenants of this gateway').query()).toBeNull();
    await expect.element(screen.getByRole('button', { name: 'Export' })).toBeDisabled();
  });

  it('shows its children from the first paint, without a flash, while the license is unknown', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const answer = () =>
      released.then(() => Response.json({ tier: 'x', entitlements: ['multi_tenant', 'audit_export'], expires_at: null }));
    const { screen } = await renderDashboard({ children, answer });
    const seen = new Set<string>();
    const observer = new MutationObserver(() =>
      seen.add(`${notices().length} ${screen.getByText('Tenants of this gateway').query() !== null}`),
    );
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
    release();
    await ready('active');
    observer.disconnect();
    expect([...seen]).toEqual(['0 true']);
  });

  it('stays open while checks fail, until a 402 arrives', async () => {
    const { screen, ask } = await renderDashboard({ children, scenario: 'expired', answer: () => new Response(null, { status: 500 }) });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
    expect(screen.getByText('Tenants of this gateway').query()).toBeNull();
  });

  it('replaces the notice of the same feature', async () => {
    const { ask } = await renderDashboard({ children, scenario: 'expired' });
    await ready('expired');
    await ask('/admin/tenants');
    await ask('/scim/v2/Users');
    await expect.poll(() => notices().sort()).toEqual(['multi_tenant lapsed', 'scim lapsed']);
  });

  it('closes if a feature is refused although it is licensed, and opens on "Try again"', async () => {
    const { screen, ask } = await renderDashboard({ children, scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
  });

  it('stays closed while a new check runs and fails', async () => {
    const { screen, ask } = await renderDashboard({ children, scenario: 'expired', answer: () => new Response(null, { status: 500 }) });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
    const opened = new Set<boolean>();
    const observer = new MutationObserver(() => opened.add(screen.getByText('Tenants of this gateway').query() !== null));
    observer.observe(document.body, { subtree: true, childList: true });
    const before = traffic.requests();
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => traffic.requests()).toBeGreaterThan(before);
    await expect.element(screen.getByRole('button', { name: 'Check now' })).toBeVisible();
    observer.disconnect();
    expect(opened.has(true)).toBe(false);
  });

  it('announces that it closes, and keeps the announcement in the live region', async () => {
    const { ask } = await renderDashboard({ children, scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    const announced = () => Array.from(document.querySelectorAll('.alx-announcer'), (region) => region.textContent).join('');
    await expect.poll(announced).toContain('Multi-tenancy is licensed but was refused');
    await fetch('/v1/models');
    expect(announced()).toContain('Multi-tenancy is licensed but was refused');
  });

  it.each([
    [
      'a focusable child',
      <button key="1" type="button">
        Load tenants
      </button>,
      'Load tenants',
    ],
    ['a child that is not focusable', <p key="1">Tenants of this gateway</p>, 'Tenants of this gateway'],
  ])('moves the focus to %s when it opens', async (_, child, name) => {
    const gate = (
      <>
        <LicensePanel />
        <EntitlementGate entitlement="multi_tenant">{child}</EntitlementGate>
      </>
    );
    const { screen, ask } = await renderDashboard({ children: gate, scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText(name)).toHaveFocus();
  });

  it('moves the focus to the explanation if a replaced child had it', async () => {
    const gate = (
      <>
        <LicensePanel />
        <EntitlementGate entitlement="multi_tenant">
          <button type="button">Load tenants</button>
        </EntitlementGate>
      </>
    );
    const { screen, alexandria } = await renderDashboard({ scenario: 'active', children: gate });
    await ready('active');
    screen.getByRole('button', { name: 'Load tenants' }).element().focus();
    await alexandria.restart({ scenario: 'expired' });
    const check = screen.getByRole('button', { name: 'Check now' }).element();
    check.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    await expect.element(screen.getByRole('group', { name: 'Multi-tenancy is off' })).toHaveFocus();
  });

  it('stays open for a member until a 402 arrives, and then refers to the administrator', async () => {
    const { screen, ask } = await renderDashboard({ children, scenario: 'expired', role: 'member', session: 'member' });
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
    await expect.element(screen.getByRole('group').getByText('Ask your administrator for help.')).toBeVisible();
  });

  it('leaves the explanation to the notice if it has a fallback', async () => {
    const gate = (
      <>
        <LicensePanel />
        <PaymentRequiredNotice />
        <EntitlementGate entitlement="scim" fallback={() => null}>
          <a href="#directory">Directory</a>
        </EntitlementGate>
      </>
    );
    const { ask } = await renderDashboard({ scenario: 'expired', children: gate });
    await ready('expired');
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim lapsed']);
  });

  it.each([
    ['another element', ({ title }: Explanation) => <p>{title}</p>, 'P'],
    [
      'the same button, but disabled',
      ({ title }: Explanation) => (
        <button type="button" disabled>
          {title}
        </button>
      ),
      'LI',
    ],
    [
      'the same button, but aria-disabled',
      ({ title }: Explanation) => (
        <button type="button" aria-disabled="true">
          {title}
        </button>
      ),
      'BUTTON',
    ],
  ])('keeps the focus in the same list item if the fallback is %s', async (_, fallback, tag) => {
    const gate = (
      <>
        <LicensePanel />
        <ul>
          <li>First</li>
          <li>
            <EntitlementGate entitlement="multi_tenant" fallback={fallback}>
              <button type="button">Load tenants</button>
            </EntitlementGate>
          </li>
        </ul>
      </>
    );
    const { screen, ask } = await renderDashboard({ scenario: 'disputed', children: gate });
    await ready('active');
    screen.getByRole('button', { name: 'Load tenants' }).element().focus();
    await ask('/admin/tenants');
    await expect.element(screen.getByText('Multi-tenancy is licensed but was refused')).toBeVisible();
    await expect.poll(() => document.activeElement?.tagName).toBe(tag);
    expect(document.activeElement?.closest('li')?.textContent).toBe('Multi-tenancy is licensed but was refused');
  });

  it('takes the focus only from its own children if two gates close together', async () => {
    const gate = (
      <>
        <LicensePanel />
        {['one', 'two'].map((name) => (
          <div key={name} id={name}>
            <EntitlementGate entitlement="multi_tenant">
              <button type="button">{name}</button>
            </EntitlementGate>
          </div>
        ))}
      </>
    );
    const { screen, ask } = await renderDashboard({ scenario: 'disputed', children: gate });
    await ready('active');
    screen.getByRole('button', { name: 'one' }).element().focus();
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(2);
    expect(document.activeElement?.parentElement?.id).toBe('one');
    expect(document.activeElement?.getAttribute('role')).toBe('group');
  });

  it('does not change the tabindex of a child, even if no child can take the focus', async () => {
    const gate = (
      <>
        <LicensePanel />
        <EntitlementGate entitlement="multi_tenant">
          <button type="button" tabIndex={0} disabled>
            Load tenants
          </button>
        </EntitlementGate>
      </>
    );
    const { screen, ask } = await renderDashboard({ scenario: 'disputed', children: gate });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('button', { name: 'Load tenants' })).toHaveAttribute('tabindex', '0');
  });

  it.each(['admin', 'member'] as const)(
    'opens one minute after an unexplained refusal if it has a fallback, for the role %s',
    async (role) => {
      const gate = (
        <>
          <LicensePanel />
          <EntitlementGate
            entitlement="multi_tenant"
            fallback={({ title }) => (
              <button type="button" disabled>
                {title}
              </button>
            )}
          >
            <button type="button">Load tenants</button>
          </EntitlementGate>
        </>
      );
      const { screen, ask, alexandria } = await renderDashboard({ scenario: 'disputed', role, session: role, children: gate });
      if (role === 'admin') await ready('active');
      const timers: (() => void)[] = [];
      const { setTimeout: later } = window;
      vi.spyOn(window, 'setTimeout').mockImplementation(((work: () => void, ms?: number) =>
        ms === 60_000 ? timers.push(work) : later(work, ms)) as typeof setTimeout);
      await ask('/admin/tenants');
      await expect.element(screen.getByRole('button', { name: 'Multi-tenancy' })).toBeDisabled();
      await alexandria.restart({ scenario: 'active' });
      for (const work of timers) work();
      vi.restoreAllMocks();
      await expect.element(screen.getByRole('button', { name: 'Load tenants' })).toBeEnabled();
    },
  );

  it('renders the fallback of the app with the title and the reason', async () => {
    const gate = (
      <EntitlementGate
        entitlement="oidc"
        fallback={({ title, reason }) => <button disabled type="button">{`${title} (${reason})`}</button>}
      >
        <button type="button">Sign on</button>
      </EntitlementGate>
    );
    const { screen } = await renderDashboard({ scenario: 'expired', children: gate });
    await expect.element(screen.getByRole('button', { name: 'Single sign-on (OIDC/SAML) is off (lapsed)' })).toBeDisabled();
  });
});

const TENANTS = '/admin/tenants';
const USERS = '/scim/v2/Users';
const OPEN = 'Users of all tenants';
const BOTH = ['multi_tenant', 'scim'] as const;
const isOpen = () => document.body.textContent.includes(OPEN);

/** A page with a gate for several features, next to panel and notices. */
const pageOf = (gate: Omit<EntitlementGateProps, 'children'>) => (
  <>
    <LicensePanel />
    <PaymentRequiredNotice />
    <EntitlementGate {...gate}>
      <p>{OPEN}</p>
    </EntitlementGate>
  </>
);

let changeGate = (_: Omit<EntitlementGateProps, 'children'>): void => undefined;
/** A page whose gate `changeGate` changes. */
function ChangingGate() {
  const [props, setProps] = useState<Omit<EntitlementGateProps, 'children'>>({ entitlement: 'scim' });
  changeGate = setProps;
  return pageOf(props);
}

let rerenderGate = (): void => undefined;
const gateCommits: string[] = [];
/** A gate with a new list on each render. `rerenderGate` renders it. */
function InlineGate() {
  const [count, setCount] = useState(0);
  rerenderGate = () => setCount((before) => before + 1);
  return (
    <Profiler id="gate" onRender={(id) => gateCommits.push(id)}>
      <EntitlementGate entitlement={['multi_tenant', 'scim']}>
        <p>{`${OPEN}: ${count}`}</p>
      </EntitlementGate>
    </Profiler>
  );
}

describe('a gate for several features', () => {
  it.each([
    ['all', ['multi_tenant', 'scim'], true, []],
    ['all', ['multi_tenant'], false, ['scim not-included']],
    ['all', ['scim'], false, ['multi_tenant not-included']],
    // One explanation, although both are missing: that of the first.
    ['all', ['vault'], false, ['multi_tenant not-included']],
    ['any', ['multi_tenant', 'scim'], true, []],
    ['any', ['multi_tenant'], true, []],
    ['any', ['scim'], true, []],
    ['any', ['vault'], false, ['multi_tenant not-included']],
  ] as const)('with match="%s", and a license with %j, is open = %s and explains %j', async (match, entitlements, open, explained) => {
    const answer = () => Response.json({ tier: 'enterprise', entitlements, expires_at: null });
    await renderDashboard({ answer, children: pageOf({ entitlement: BOTH, match }) });
    await ready('active');
    await expect.poll(notices).toEqual(explained);
    expect(isOpen()).toBe(open);
  });

  it('needs all of them by default, in the order of the list', async () => {
    await renderDashboard({ scenario: 'expired', children: pageOf({ entitlement: ['scim', 'multi_tenant'] }) });
    await ready('expired');
    await expect.poll(notices).toEqual(['scim lapsed']);
    expect(isOpen()).toBe(false);
  });

  it('stays open before the first response, whatever the match is', async () => {
    const children = (['all', 'any'] as const).map((match) => (
      <EntitlementGate key={match} entitlement={BOTH} match={match}>
        <p>{match}</p>
      </EntitlementGate>
    ));
    const { screen } = await renderDashboard({ scenario: 'expired', children, answer: () => new Promise(() => undefined) });
    await expect.element(screen.getByText('all')).toBeVisible();
    await expect.element(screen.getByText('any')).toBeVisible();
    expect(notices()).toEqual([]);
  });

  it('closes on the first 402 if it needs all, and opens when that request works again', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed', children: pageOf({ entitlement: BOTH }) });
    await ready('active');
    await ask(TENANTS);
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    expect(isOpen()).toBe(false);
    letTenantsWork();
    await ask(TENANTS);
    await expect.poll(isOpen).toBe(true);
    expect(notices()).toEqual([]);
  });

  it('explains the next feature when the first works again', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed', children: pageOf({ entitlement: BOTH }) });
    await ready('active');
    await ask(USERS);
    await expect.poll(notices).toEqual(['scim disputed']);
    await ask(TENANTS);
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    letTenantsWork();
    await ask(TENANTS);
    await expect.poll(notices).toEqual(['scim disputed']);
    expect(isOpen()).toBe(false);
  });

  it('closes only on the last 402 if it needs any, and opens when one request works again', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed', children: pageOf({ entitlement: BOTH, match: 'any' }) });
    await ready('active');
    await ask(USERS);
    await fetch('/v1/models');
    expect(isOpen()).toBe(true);
    await ask(TENANTS);
    await expect.poll(isOpen).toBe(false);
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    letTenantsWork();
    await ask(TENANTS);
    await expect.poll(isOpen).toBe(true);
  });

  it.each(BOTH)('shows no notice for a feature that the closed gate explains, if %s is refused first', async (first) => {
    const { ask } = await renderDashboard({ scenario: 'disputed', children: pageOf({ entitlement: BOTH }) });
    await ready('active');
    const seen = new Set<boolean>();
    const observer = new MutationObserver(() => seen.add(part('notices') !== null));
    observer.observe(document.body, { subtree: true, childList: true });
    const [one, two] = first === 'scim' ? [USERS, TENANTS] : [TENANTS, USERS];
    await ask(one);
    await expect.poll(notices).toEqual([`${first} disputed`]);
    await ask(two);
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await fetch('/v1/models');
    observer.disconnect();
    expect(seen).toEqual(new Set([false]));
  });

  it('leaves a feature that is not in the list to the notices', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired', children: pageOf({ entitlement: BOTH }) });
    await ready('expired');
    await ask('/admin/audit/export');
    await ask(TENANTS);
    await expect.poll(() => notices().sort()).toEqual(['audit_export lapsed', 'multi_tenant lapsed']);
  });

  it('forgets the 402s of all its features on "Try again"', async () => {
    const { screen, ask, client } = await renderDashboard({ scenario: 'disputed', children: pageOf({ entitlement: BOTH }) });
    await ready('active');
    await ask(TENANTS);
    await ask(USERS);
    await expect.poll(() => refusalStoreOf(client).refusals()).toHaveLength(2);
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(isOpen).toBe(true);
    expect(refusalStoreOf(client).refusals()).toEqual([]);
    expect(notices()).toEqual([]);
  });

  it.each(['all', 'any'] as const)('renders the fallback for the first closed feature with match="%s"', async (match) => {
    const fallback = ({ title, reason }: Explanation) => <p>{`${title} (${reason})`}</p>;
    const { screen } = await renderDashboard({
      scenario: 'expired',
      children: pageOf({ entitlement: ['scim', 'backend_autoscaling'], match, fallback }),
    });
    await ready('expired');
    await expect.element(screen.getByText('SCIM provisioning is off (lapsed)')).toBeVisible();
    expect(isOpen()).toBe(false);
    expect(notices()).toEqual([]);
  });

  it('forgets the 402s of all its features one minute after it closed, if it has a fallback', async () => {
    const fallback = ({ title }: Explanation) => <p>{title}</p>;
    const { ask, client } = await renderDashboard({ scenario: 'disputed', children: pageOf({ entitlement: BOTH, fallback }) });
    await ready('active');
    const timers: (() => void)[] = [];
    const { setTimeout: later } = window;
    vi.spyOn(window, 'setTimeout').mockImplementation(((work: () => void, ms?: number) =>
      ms === 60_000 ? timers.push(work) : later(work, ms)) as typeof setTimeout);
    await ask(TENANTS);
    await expect.poll(isOpen).toBe(false);
    await ask(USERS);
    await expect.poll(() => refusalStoreOf(client).refusals()).toHaveLength(2);
    for (const work of timers) work();
    vi.restoreAllMocks();
    await expect.poll(isOpen).toBe(true);
    expect(refusalStoreOf(client).refusals()).toEqual([]);
  });

  it.each(['all', 'any'] as const)('stays open for an empty list with match="%s"', async (match) => {
    const { ask } = await renderDashboard({ scenario: 'expired', children: pageOf({ entitlement: [], match }) });
    await ready('expired');
    expect(isOpen()).toBe(true);
    await ask(TENANTS);
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    expect(part('notices')).not.toBeNull();
    expect(isOpen()).toBe(true);
  });

  it('counts an id once, even if the list repeats it', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed', children: pageOf({ entitlement: ['scim', 'scim'], match: 'any' }) });
    await ready('active');
    await ask(USERS);
    await expect.poll(notices).toEqual(['scim disputed']);
    expect(isOpen()).toBe(false);
  });

  it('follows a list and a match that change', async () => {
    const answer = () => Response.json({ tier: 'enterprise', entitlements: ['scim', 'oidc'], expires_at: null });
    const { ask } = await renderDashboard({ scenario: 'active', answer, children: <ChangingGate /> });
    await ready('active');
    expect(isOpen()).toBe(true);
    changeGate({ entitlement: ['scim', 'multi_tenant'] });
    await expect.poll(notices).toEqual(['multi_tenant not-included']);
    changeGate({ entitlement: ['scim', 'multi_tenant'], match: 'any' });
    await expect.poll(isOpen).toBe(true);
    changeGate({ entitlement: ['backend_autoscaling', 'multi_tenant'], match: 'any' });
    await expect.poll(notices).toEqual(['backend_autoscaling not-included']);
    changeGate({ entitlement: [] });
    await expect.poll(isOpen).toBe(true);
    // The gate has left the feature to the notices.
    await ask('/admin/autoscaling');
    await expect.poll(notices).toEqual(['backend_autoscaling not-included']);
    expect(part('notices')).not.toBeNull();
    changeGate({ entitlement: ['backend_autoscaling', 'oidc'] });
    await expect.poll(() => part('notices')).toBeNull();
    expect(notices()).toEqual(['backend_autoscaling not-included']);
  });

  it('leaves a 402 to the notices while it needs any and another feature keeps it open', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed', children: pageOf({ entitlement: BOTH, match: 'any' }) });
    await ready('active');
    await ask(USERS);
    await expect.poll(notices, { timeout: 2_000 }).toEqual(['scim disputed']);
    expect(part('notices')).not.toBeNull();
    expect(isOpen()).toBe(true);
  });

  // The license lacks `multi_tenant`, and the API refuses `scim`, which is licensed.
  const halfLicensed = () => Response.json({ tier: 'enterprise', entitlements: ['scim'], expires_at: null });

  it('offers to try again if a 402 has closed the last of any features', async () => {
    const children = pageOf({ entitlement: BOTH, match: 'any' });
    const { screen, ask } = await renderDashboard({ scenario: 'disputed', answer: halfLicensed, children });
    await ready('active');
    expect(isOpen()).toBe(true);
    await ask(USERS);
    await expect.poll(isOpen).toBe(false);
    await screen.getByRole('button', { name: 'Try again' }).click({ timeout: 2_000 });
    await expect.poll(isOpen).toBe(true);
  });

  it('opens one minute after a 402 has closed the last of any features, if it has a fallback', async () => {
    const children = pageOf({ entitlement: BOTH, match: 'any', fallback: ({ title }) => <p>{title}</p> });
    const { ask } = await renderDashboard({ scenario: 'disputed', answer: halfLicensed, children });
    await ready('active');
    const timers: (() => void)[] = [];
    const { setTimeout: later } = window;
    vi.spyOn(window, 'setTimeout').mockImplementation(((work: () => void, ms?: number) =>
      ms === 60_000 ? timers.push(work) : later(work, ms)) as typeof setTimeout);
    try {
      await ask(USERS);
      await expect.poll(isOpen).toBe(false);
      for (const work of timers) work();
    } finally {
      vi.restoreAllMocks();
    }
    await expect.poll(isOpen, { timeout: 2_000 }).toBe(true);
  });

  it('does not offer to try again if it needs all and the license lacks one', async () => {
    const children = pageOf({ entitlement: ['scim', 'multi_tenant'] });
    const { screen, ask } = await renderDashboard({ scenario: 'disputed', answer: halfLicensed, children });
    await ready('active');
    await expect.poll(notices).toEqual(['multi_tenant not-included']);
    await ask(USERS);
    await expect.poll(notices).toEqual(['scim disputed']);
    expect(screen.getByRole('button', { name: 'Try again' }).query()).toBeNull();
  });

  it('subscribes once for an inline list, however often it renders', async () => {
    const { client, screen } = await renderDashboard({
      scenario: 'active',
      children: (
        <>
          <LicensePanel />
          <InlineGate />
        </>
      ),
    });
    await ready('active');
    const explain = vi.spyOn(refusalStoreOf(client), 'explain');
    gateCommits.length = 0;
    for (let count = 1; count <= 5; count += 1) {
      rerenderGate();
      await expect.element(screen.getByText(`${OPEN}: ${count}`)).toBeVisible();
    }
    expect(explain).not.toHaveBeenCalled();
    expect(gateCommits).toHaveLength(5);
  });
});
