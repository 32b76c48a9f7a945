import { describe, expect, it, vi } from 'vitest';
import { EntitlementGate, type Explanation, LicensePanel, PaymentRequiredNotice, useEntitlement } from '../../src/index.js';
import { notices, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

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
  it.each(['active', 'expiring', 'grace', 'no-end'] as const)('lets its children stand while %s', async (scenario) => {
    const { screen } = await renderDashboard({ scenario, children });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Export' })).toBeEnabled();
  });

  it.each([
    ['expired', 'expired', 'multi_tenant lapsed'],
    ['unlicensed', 'unlicensed', 'multi_tenant no-license'],
  ] as const)('explains in their place while %s, before any request', async (scenario, state, notice) => {
    const { screen } = await renderDashboard({ scenario, children });
    await ready(state);
    await expect.poll(notices).toEqual([notice]);
    expect(screen.getByText('Tenants of this gateway').query()).toBeNull();
    await expect.element(screen.getByRole('button', { name: 'Export' })).toBeDisabled();
  });

  it('never flashes: the children stand from the first paint until something is known against them', async () => {
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

  it('stays open while the license can not be read, until a 402 is seen', async () => {
    const { screen, ask } = await renderDashboard({ children, scenario: 'expired', answer: () => new Response(null, { status: 500 }) });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
    expect(screen.getByText('Tenants of this gateway').query()).toBeNull();
  });

  it('explains once: a notice for the same feature would say it twice', async () => {
    const { ask } = await renderDashboard({ children, scenario: 'expired' });
    await ready('expired');
    await ask('/admin/tenants');
    await ask('/scim/v2/Users');
    await expect.poll(() => notices().sort()).toEqual(['multi_tenant lapsed', 'scim lapsed']);
  });

  it('closes for a refusal that a check has confirmed, and can be tried again', async () => {
    const { screen, ask } = await renderDashboard({ children, scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
  });

  it('stays shut while no check succeeds', async () => {
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

  it('is announced when it shuts, and the words stay to be read', async () => {
    const { ask } = await renderDashboard({ children, scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    const heard = () => Array.from(document.querySelectorAll('.alx-announcer'), (region) => region.textContent).join('');
    await expect.poll(heard).toContain('Multi-tenancy was refused');
    await fetch('/v1/models');
    expect(heard()).toContain('Multi-tenancy was refused');
  });

  it.each([
    [
      'to what can take it',
      <button key="1" type="button">
        Load tenants
      </button>,
      'Load tenants',
    ],
    ['to what there is', <p key="1">Tenants of this gateway</p>, 'Tenants of this gateway'],
  ])('hands the focus on when it opens, %s', async (_, child, name) => {
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

  it('takes the focus that was in what it replaces', async () => {
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

  it('opens for a member until a 402 is seen, and then says whom to ask', async () => {
    const { screen, ask } = await renderDashboard({ children, scenario: 'expired', role: 'member', session: 'member' });
    await expect.element(screen.getByText('Tenants of this gateway')).toBeVisible();
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
    await expect.element(screen.getByRole('group').getByText('It is not available at the moment. Ask your administrator.')).toBeVisible();
  });

  it('with a fallback leaves the explaining to the notice', async () => {
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
      'the same button disabled',
      ({ title }: Explanation) => (
        <button type="button" disabled>
          {title}
        </button>
      ),
      'LI',
    ],
    [
      'the same button, still to be reached',
      ({ title }: Explanation) => (
        <button type="button" aria-disabled="true">
          {title}
        </button>
      ),
      'BUTTON',
    ],
  ])('keeps the focus in place where the fallback is %s', async (_, fallback, tag) => {
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
    await expect.element(screen.getByText('Multi-tenancy was refused')).toBeVisible();
    await expect.poll(() => document.activeElement?.tagName).toBe(tag);
    expect(document.activeElement?.closest('li')?.textContent).toBe('Multi-tenancy was refused');
  });

  it('takes the focus of its own children only, where two gates shut together', async () => {
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

  it('leaves the host’s tabindex as it was, also where nothing can take the focus', async () => {
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
    'with a fallback opens again after a minute, for a refusal that no license explains: %s',
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

  it('renders the host’s own fallback, with the words', async () => {
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
