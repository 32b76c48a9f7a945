import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { bannerMessages as banner, noticeMessages as notice, panelMessages as panel } from '../../src/messages/en.js';
import { renewalMessages as renewal } from '../../src/messages/enRenewal.js';
import { EntitlementGate, LicenseBanner, LicensePanel, PaymentRequiredNotice } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const CATALOG = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];
const FEATURES = [...CATALOG, ...Array.from({ length: 8 }, (_, index) => `feature_${index}`)];

withWorker();

/** Imitates Google Translate: replaces each text node with two nested `<font>` elements. Returns a function that stops it. */
function translatePage(): () => void {
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) {
      const { parentElement } = text;
      if (text.data.trim() === '' || !parentElement || parentElement.closest('font, script, style, textarea, [translate="no"]')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  const observer = new MutationObserver(translate);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  translate();
  return () => observer.disconnect();
}

const texts = () =>
  Array.from(document.querySelectorAll('[data-license-part], [data-license-announcer], [data-app]'), ({ textContent }) => textContent);

/** Returns text nodes with siblings. React cannot update or remove them after a translator has replaced them. */
function mixedTexts(): string[] {
  return Array.from(document.querySelectorAll('[data-license-part] *')).flatMap(({ childNodes }) =>
    childNodes.length < 2 ? [] : Array.from(childNodes).flatMap((node) => (node instanceof Text && node.data.trim() ? [node.data] : [])),
  );
}

/** Waits until the text has stayed the same for five polls. */
async function untilSettled(): Promise<void> {
  let last = '';
  let same = 0;
  await expect
    .poll(() => {
      const now = texts().join();
      same = now === last && !now.includes(panel.checking) ? same + 1 : 0;
      last = now;
      return same;
    })
    .toBeGreaterThanOrEqual(5);
}

/** Keeps the live regions from being emptied after 10 seconds: the two plays take different times. */
function keepAnnouncements(): void {
  const { setTimeout: later } = window;
  const spy = vi
    .spyOn(window, 'setTimeout')
    .mockImplementation(((work: () => void, ms?: number) => (ms === 10_000 ? 0 : later(work, ms))) as typeof setTimeout);
  onTestFinished(() => spy.mockRestore());
}

/** Renders a dashboard in grace, performs every user action, and calls `afterStep` after each. */
async function play(afterStep: (name: string) => Promise<void>) {
  const children = (
    <>
      <LicenseBanner />
      <LicensePanel renewal={{ trustedKeys: [demoPublicKey] }} />
      <div data-app>
        <span>
          <EntitlementGate entitlement="scim" fallback={({ title }) => title}>
            Users are provisioned
          </EntitlementGate>
        </span>
        <span>
          <EntitlementGate entitlement="scim" fallback={({ title }) => <>{title}</>}>
            Users: {3} <b>in sync</b>
          </EntitlementGate>
        </span>
        <div>
          <EntitlementGate entitlement="oidc">{3}</EntitlementGate>
        </div>
      </div>
      <PaymentRequiredNotice />
    </>
  );
  const setup = { licenseKey: await mintLicenseKey({ expiresAt: E, entitlements: FEATURES }), now: E + 2 * DAY };
  const { screen, alexandria, ask } = await renderDashboard({ ...setup, children });
  const press = (name: string | RegExp) => screen.getByRole('button', { name }).first().click({ timeout: 5_000 });
  const check = async (key: string) => {
    await screen.getByLabelText(renewal.check.label, { exact: true }).fill(key);
    await press(renewal.check.action);
  };
  const nextKey = (entitlements: string[]) => mintLicenseKey({ expiresAt: E + 365 * DAY, entitlements });
  const steps: Record<string, () => unknown> = {
    'the first render': async () => {
      await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
      await expect.element(screen.getByRole('button', { name: renewal.support.copy })).toBeVisible();
    },
    'hide the details': () => press(banner.collapse),
    'show the details': () => press(banner.expand),
    'check now': () => press(panel.checkNow),
    'a check fails': async () => {
      alexandria.setFault('server-error');
      await press(panel.checkNow);
      await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    },
    'a check succeeds again': async () => {
      alexandria.setFault(null);
      await press(panel.checkNow);
      await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    },
    'filter the features': () => screen.getByRole('searchbox').fill('vault'),
    'filter by nonsense': () => screen.getByRole('searchbox').fill('no such feature'),
    'clear the filter': () => screen.getByRole('searchbox').clear(),
    'open the renewal': async () => {
      await press(panel.renew);
      await expect.element(screen.getByLabelText(renewal.check.label, { exact: true })).toBeVisible();
    },
    'check an invalid key': () => check('rubbish'),
    'check a key': async () => check(`LICENSE_KEY="${await nextKey(CATALOG)}"`),
    'check another key': async () => check(await nextKey(FEATURES)),
    'choose another platform': () => screen.getByLabelText(renewal.apply.methods.quadlet).click(),
    'copy the commands': () => press(renewal.copy.copy),
    'start watching': () => press(renewal.watch.start),
    'stop watching': () => press(renewal.watch.stop),
    'close the renewal': () => press(panel.renewClose),
    'a licensed request is refused': async () => {
      alexandria.setNow(E + 8 * DAY);
      await ask('/admin/tenants');
      await ask('/scim/v2/Users');
      await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('expired');
      await expect.poll(() => part('notices')).not.toBeNull();
    },
    'unfold the notices': () => press(/more/i),
    'fold the notices': () => press(notice.fold),
    'dismiss a notice': () => press(new RegExp(`^${notice.dismiss}`)),
    'the license is renewed': async () => {
      await alexandria.restart({ licenseKey: await nextKey(FEATURES) });
      await press(panel.checkNow);
      await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    },
  };
  for (const [name, step] of Object.entries(steps)) {
    await step();
    await afterStep(name);
  }
  await screen.unmount();
  localStorage.clear();
}

describe('browser translation', () => {
  it('leaves the page intact, with the same text as an untranslated page', { timeout: 120_000 }, async () => {
    keepAnnouncements();
    const untranslated = new Map<string, string[]>();
    await play(async (name) => {
      await untilSettled();
      untranslated.set(name, texts());
    });
    const stop = translatePage();
    onTestFinished(stop);
    await play(async (name) => {
      await expect.poll(texts, { message: name }).toEqual(untranslated.get(name));
    });
  });

  it('never finds a text node with a sibling', { timeout: 120_000 }, async () => {
    await play(async (name) => expect(mixedTexts(), name).toEqual([]));
  });
});
