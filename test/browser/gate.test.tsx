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
