import { type CSSProperties, useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EntitlementGate, LicensePanel, PaymentRequiredNotice } from '../../src/index.js';
import '../../src/styles/styles.css';
import { letTenantsWork, notices, part, refuseTenants, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
const ready = (state: string) => expect.poll(() => part('panel')?.dataset['licenseState']).toBe(state);
const dismissButton = () => document.querySelector<HTMLElement>('[data-license-part="notices"] .alx-actions button:last-child');

/** Returns the element at the center of an element, or null if it is outside the window. */
function elementAt(element: Element | null): Element | null {
  const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect(-1, -1);
  return document.elementFromPoint(left + width / 2, top + height / 2);
}

const announced = () => Array.from(document.querySelectorAll('.alx-announcer > [role]'), (region) => region.textContent).join('');

/** If the pointer rests on the card, the card keeps its first feature. */
const movePointerAway = () => userEvent.hover(document.querySelector('h2') ?? document.body);

function Pages() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(false)}>
        Leave
      </button>
      {isOpen && (
        <EntitlementGate entitlement="multi_tenant">
          <p>Tenants</p>
        </EntitlementGate>
      )}
    </>
  );
}

const expectDismissible = async () => {
  await expect.poll(() => elementAt(dismissButton())?.closest('button') ?? null).toBe(dismissButton());
  await userEvent.click(dismissButton() ?? document.body);
  await expect.poll(notices).toEqual([]);
};

afterEach(async () => {
  await page.viewport(1280, 800);
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
});

describe('the card of notices is visible and can be clicked', () => {
  const places: readonly (readonly [string, CSSProperties])[] = [
    ['in a transformed ancestor', { transform: 'translateX(40px) scale(0.9)', width: 300, height: 200, overflow: 'hidden' }],
    ['in a filtered ancestor', { filter: 'grayscale(1)', width: 300, height: 200, overflow: 'hidden' }],
    ['in an ancestor with will-change', { willChange: 'transform', width: 300, height: 200, overflow: 'hidden' }],
    ['in an ancestor with a backdrop filter', { backdropFilter: 'blur(2px)', width: 300, height: 200, overflow: 'hidden' }],
    ['in a scrolling ancestor', { overflow: 'auto', height: 400 }],
    ['in a stacking context of its own', { position: 'relative', zIndex: 0 }],
  ];

  it.each(places)('%s', async (_, style) => {
    const children = (
      <>
        <LicensePanel />
        <div style={style}>
          <div style={{ height: 3_000 }} />
          <PaymentRequiredNotice />
        </div>
        <div style={{ position: 'fixed', insetInline: 0, bottom: 0, height: 300, zIndex: 2_147_483_647 }} />
      </>
    );
    const { ask } = await renderDashboard({ scenario: 'expired', children });
    await ready('expired');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    await expectDismissible();
  });

  it('while a modal of the app hides and disables the rest of the page', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    document.body.style.pointerEvents = 'none';
    part('panel')?.parentElement?.setAttribute('aria-hidden', 'true');
    const modal = document.createElement('div');
    modal.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: #000a; pointer-events: auto';
    document.body.append(modal);
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    await expectDismissible();
    modal.remove();
  });

  it('inside a dialog if the app mounts it there, also if the dialog is closed and opened again', async () => {
    const children = (
      <>
        <LicensePanel />
        <dialog>
          <PaymentRequiredNotice />
        </dialog>
      </>
    );
    const { ask } = await renderDashboard({ scenario: 'expired', children });
    await ready('expired');
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(1);
    const dialog = document.querySelector('dialog');
    for (let time = 0; time < 2; time += 1) {
      dialog?.showModal();
      await expect.poll(() => elementAt(dismissButton())?.closest('button') ?? null).toBe(dismissButton());
      dialog?.close();
    }
    dialog?.showModal();
    await expectDismissible();
  });
});

describe('the card of notices', () => {
  it('appears in a container that the app attaches later, and does not unmount the app', async () => {
    const container = document.createElement('div');
    const children = (
      <>
        <LicensePanel />
        {createPortal(<PaymentRequiredNotice />, container)}
      </>
    );
    const { ask } = await renderDashboard({ scenario: 'expired', children });
    await ready('expired');
    await ask('/admin/tenants');
    await expect.poll(() => container.querySelectorAll('[data-license-part="notice"]').length).toBe(1);
    document.body.append(container);
    await expectDismissible();
    container.remove();
    expect(part('panel')).not.toBeNull();
  });

  it('leaves the page undimmed if the app styles all backdrops', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::backdrop { background: rgb(255 0 0) }');
    document.adoptedStyleSheets = [sheet];
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(1);
    expect(getComputedStyle(part('notices') ?? document.body, '::backdrop').display).toBe('none');
    document.adoptedStyleSheets = [];
  });

  it('names the feature that was refused last, also if it was refused before', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    await movePointerAway();
    for (const path of ['/admin/tenants', '/scim/v2/Users', '/admin/tenants']) await ask(path);
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim lapsed']);
  });

  it('keeps its feature while one of its buttons has the focus', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    await movePointerAway();
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    dismissButton()?.focus();
    await ask('/scim/v2/Users');
    await expect.poll(() => part('notices')?.textContent).toContain('Show 1 more');
    expect(notices()).toEqual(['multi_tenant lapsed']);
    dismissButton()?.blur();
    await expect.poll(notices).toEqual(['scim lapsed']);
  });

  it('gives one explanation for all lapsed features, and dismisses all of them', async () => {
    const { ask, screen } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    await movePointerAway();
    for (const path of ['/admin/autoscaling', '/admin/tenants', '/scim/v2/Users']) await ask(path);
    await screen.getByRole('button', { name: 'Show 2 more' }).click();
    await expect.poll(notices).toEqual(['scim lapsed', 'multi_tenant lapsed', 'backend_autoscaling not-included']);
    expect(part('notices')?.textContent.match(/grace period ended/g)).toHaveLength(1);
    expect(part('notices')?.textContent).toContain('doesn’t include');
    await userEvent.click(dismissButton() ?? document.body);
    await expect.poll(notices).toEqual([]);
    for (const path of ['/admin/autoscaling', '/admin/tenants', '/admin/audit/export']) await ask(path);
    await expect.poll(notices).toEqual(['audit_export lapsed']);
  });

  it('stays away after the user leaves a page whose gate has explained the refusal', async () => {
    const children = (
      <>
        <LicensePanel />
        <Pages />
        <PaymentRequiredNotice />
      </>
    );
    const { ask, screen } = await renderDashboard({ scenario: 'disputed', children });
    await ready('active');
    const texts: string[] = [];
    const observer = new MutationObserver(() => texts.push(announced()));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await expect.poll(announced).toContain('Multi-tenancy');
    observer.disconnect();
    expect(texts.filter((text) => text.includes('feature notices'))).toEqual([]);
    await screen.getByRole('button', { name: 'Leave' }).click();
    await expect.poll(notices).toEqual([]);
    expect(announced()).toBe('Multi-tenancy is licensed but was refused');
    await ask('/admin/tenants');
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim disputed']);
    await ask('/admin/tenants?page=2');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await expect.poll(announced).toBe('Multi-tenancy is licensed but was refused. See feature notices');
  });

  it('can be clicked in an element in full screen', async () => {
    const children = (
      <>
        <LicensePanel />
        <div id="full">
          <button type="button" onClick={() => document.querySelector('#full')?.requestFullscreen()}>
            Full screen
          </button>
          <PaymentRequiredNotice />
        </div>
      </>
    );
    const { ask, screen } = await renderDashboard({ scenario: 'expired', children });
    await ready('expired');
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(1);
    await screen.getByRole('button', { name: 'Full screen' }).click();
    await expect.poll(() => document.fullscreenElement?.id).toBe('full');
    await expectDismissible();
    await document.exitFullscreen();
  });

  it('shows the latest refusal after it was dismissed under the pointer', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(1);
    await userEvent.click(dismissButton() ?? document.body);
    await expect.poll(notices).toEqual([]);
    await movePointerAway();
    letTenantsWork();
    await ask('/admin/tenants');
    refuseTenants('{"entitlement":"multi_tenant"}');
    await ask('/admin/tenants');
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim lapsed']);
  });

  it('stands at --alx-notice-inset from the edge of a phone', async () => {
    await page.viewport(360, 640);
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-license-part] { --alx-notice-inset: 80px }');
    document.adoptedStyleSheets = [sheet];
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(1);
    await expect.poll(() => Math.round(part('notices')?.getBoundingClientRect().bottom ?? 0)).toBe(560);
    document.adoptedStyleSheets = [];
  });

  it.each([
    ['the window', false],
    ['a scrolling main element', true],
  ])('adds room to scroll the end of %s clear of the card, and removes it on dismissal', async (_, isInner) => {
    await page.viewport(400, 600);
    const children = (
      <>
        <main style={isInner ? { height: 600, overflow: 'auto' } : {}}>
          <LicensePanel />
          <div style={{ height: 2_000 }} />
          <button type="button">Last</button>
        </main>
        <PaymentRequiredNotice />
      </>
    );
    if (isInner) document.body.style.margin = '0';
    const { ask, screen } = await renderDashboard({ scenario: 'expired', children });
    await ready('expired');
    const scroller = isInner ? document.querySelector('main') : document.documentElement;
    const heightBefore = scroller?.scrollHeight ?? 0;
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(1);
    scroller?.scrollTo(0, 10_000);
    await expect.poll(() => scroller?.scrollHeight ?? 0).toBeGreaterThan(heightBefore);
    scroller?.scrollTo(0, 10_000);
    const last = screen.getByRole('button', { name: 'Last' }).element();
    await expect.poll(() => elementAt(last)).toBe(last);
    await userEvent.click(dismissButton() ?? document.body);
    await expect.poll(() => scroller?.scrollHeight).toBe(heightBefore);
  });

  it('moves off the focused control, even with smooth scrolling', async () => {
    await page.viewport(400, 600);
    document.documentElement.style.scrollBehavior = 'smooth';
    const children = (
      <>
        <LicensePanel />
        <PaymentRequiredNotice />
        <div style={{ height: 2_000 }} />
        <button type="button" style={{ scrollMarginBottom: 80 }}>
          Far below
        </button>
        <div style={{ height: 200 }} />
      </>
    );
    const { ask, screen } = await renderDashboard({ scenario: 'expired', children });
    await ready('expired');
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(1);
    const target = screen.getByRole('button', { name: 'Far below' }).element();
    // Smooth scrolling ends long after the focus has moved. Headless browsers may not animate it.
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    target.scrollIntoView({ block: 'end', behavior: 'instant' });
    await expect.poll(() => elementAt(target), { timeout: 3_000 }).toBe(target);
  });

  it('does not cover the renewal that it leads to, on a phone with smooth scrolling', async () => {
    await page.viewport(360, 640);
    document.documentElement.style.scrollBehavior = 'smooth';
    const children = (
      <>
        <LicensePanel />
        <PaymentRequiredNotice />
      </>
    );
    const { ask, screen } = await renderDashboard({ scenario: 'expired', children, licenseHref: '#license' });
    await ready('expired');
    await ask('/admin/tenants');
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.poll(() => document.activeElement?.closest('[data-license-part="panel"]') ?? null).not.toBeNull();
    await expect.poll(() => elementAt(document.activeElement), { timeout: 3_000 }).toBe(document.activeElement);
    const { height = 640 } = part('notices')?.getBoundingClientRect() ?? {};
    expect(height).toBeLessThan(640 / 2);
  });
});

describe('the actions of a refusal', () => {
  const links = {
    licenseHref: '/license',
    contactHref: 'sales@a.example',
    askHref: '/ask',
    entitlementDocs: { backend_autoscaling: '/docs/scaling' },
  };
  const actions = () =>
    Array.from(document.querySelectorAll('[data-license-part="notices"] :is(a, button)'), ({ textContent }) => textContent);
  const hrefs = () => Array.from(document.querySelectorAll('[data-license-part="notices"] a'), (link) => link.getAttribute('href'));

  it.each([
    ['expired', '/admin/tenants', ['Renew license', 'Dismiss'], ['/license#renew-license']],
    ['active', '/admin/autoscaling', ['Contact', 'About this feature', 'Dismiss'], ['mailto:sales@a.example', '/docs/scaling']],
    ['unlicensed', '/admin/tenants', ['Contact', 'Dismiss'], ['mailto:sales@a.example']],
    ['disputed', '/admin/tenants', ['View license', 'Dismiss'], ['/license']],
  ] as const)('follow from its reason in the scenario %s', async (scenario, path, names, urls) => {
    const { ask } = await renderDashboard({ scenario, ...links });
    await ready(scenario === 'disputed' ? 'active' : scenario);
    await ask(path);
    await expect.poll(actions).toEqual(names);
    expect(hrefs()).toEqual(urls);
  });

  it('offer a member only a link to ask an administrator', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired', role: 'member', session: 'member', ...links });
    await ask('/admin/autoscaling');
    await expect.poll(actions).toEqual(['Ask an administrator', 'Dismiss']);
    expect(hrefs()).toEqual(['/ask']);
  });

  it('are also in the panel: documentation for each feature, and a contact if the license lacks one', async () => {
    await renderDashboard({ scenario: 'active', ...links });
    await ready('active');
    const inPanel = () =>
      Array.from(document.querySelectorAll('[data-license-part="panel"] a'), (link) => `${link.textContent} ${link.getAttribute('href')}`);
    await expect.poll(inPanel).toEqual(['Contact mailto:sales@a.example', 'Backend autoscaling  /docs/scaling']);
  });

  it('lead to the license page for a missing feature if the app configured no contact', async () => {
    const { ask } = await renderDashboard({ scenario: 'active', licenseHref: '/license' });
    await ready('active');
    await ask('/admin/autoscaling');
    await expect.poll(actions).toEqual(['View license', 'Dismiss']);
  });
});
