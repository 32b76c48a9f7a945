import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { bannerMessages as banner, noticeMessages as notice, panelMessages as panel } from '../../src/messages/en.js';
import { renewalMessages as renewal } from '../../src/messages/enRenewal.js';
import { EntitlementGate, LicenseBanner, LicensePanel, PaymentRequiredNotice, type RenewalOptions } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const CATALOG = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];
const FEATURES = [...CATALOG, ...Array.from({ length: 8 }, (_, index) => `feature_${index}`)];

const OPTIONS: RenewalOptions = {
  trustedKeys: [demoPublicKey],
  methods: ['kubernetes', 'helm', 'quadlet'],
  instructions: { title: 'Argo CD', text: 'Commit the sealed key.\nThen sync.', command: 'argocd app sync alexandria' },
};

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

// Without the time in the support details, which the two plays copy at different times.
const texts = () =>
  Array.from(document.querySelectorAll('[data-license-part], [data-license-announcer], [data-app]'), ({ textContent }) =>
    textContent.replace(/(?<=time of the API: )\S+/, ''),
  );

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

/** Replaces the timer of the watch, which ticks each second. The returned function makes it tick. */
function controlWatch(): (seconds: number) => void {
  let tick: () => void = () => undefined;
  const { setInterval: repeat } = window;
  const spy = vi.spyOn(window, 'setInterval').mockImplementation(((work: () => void, ms?: number) => {
    if (ms !== 1_000) return repeat(work, ms);
    tick = work;
    return 0;
  }) as typeof setInterval);
  onTestFinished(() => spy.mockRestore());
  return (seconds) => {
    for (let second = 0; second < seconds; second += 1) tick();
  };
}

const watch = () => document.querySelector<HTMLElement>('[data-license-watch]')?.dataset['licenseWatch'];

/** Renders a dashboard in grace, performs every user action, and calls `afterStep` after each. `tick` lets seconds of the watch pass. */
async function play(tick: (seconds: number) => void, afterStep: (name: string) => Promise<void>) {
  // A check may be in flight from before the change, so one tick is not enough.
  const tickUntil = (state: string) =>
    expect
      .poll(() => {
        tick(1);
        return watch();
      })
      .toBe(state);
  const children = (
    <>
      <LicenseBanner />
      <LicensePanel renewal={OPTIONS} />
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
  const { screen, alexandria, client, ask } = await renderDashboard({ ...setup, children });
  const press = (name: string | RegExp) => screen.getByRole('button', { name }).first().click({ timeout: 5_000 });
  const check = async (key: string) => {
    await screen.getByLabelText(renewal.check.label, { exact: true }).fill(key);
    await press(renewal.check.action);
  };
  const choose = (name: string) => screen.getByLabelText(name, { exact: true }).click();
  /** Presses a button that starts the watch, and waits for its first check. */
  const watchAfter = async (name: string) => {
    const { ended } = client.internals.checks;
    await press(name);
    await expect.poll(() => client.internals.checks.ended).toBeGreaterThan(ended);
  };
  const show = (step: string) => press(`${renewal.show} ${step}`);
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
      await expect.element(screen.getByRole('button', { name: renewal.get.next })).toBeVisible();
    },
    'copy the support details': () => press(renewal.support.copy),
    'go on to the second step': () => press(renewal.get.next),
    'check an invalid key': () => check('rubbish'),
    'look at the commands with an invalid key': () => show(renewal.apply.title),
    'go back to the second step': () => show(renewal.check.title),
    'check a key': async () => check(`LICENSE_KEY="${await nextKey(CATALOG)}"`),
    'check another key': async () => check(await nextKey(FEATURES)),
    'remove the result of the check': () => press(renewal.check.again),
    'check a key once more': async () => check(await nextKey(CATALOG)),
    'go on to the third step': () => press(renewal.check.next),
    'show all lines': () => press(renewal.apply.showAll),
    'choose other commands': () => screen.getByLabelText(renewal.apply.variants['secret-patch']).click(),
    'choose another platform': () => choose(renewal.apply.methods.helm),
    'choose other commands of that platform': () => screen.getByLabelText(renewal.apply.variants['helm-value']).click(),
    'choose a platform with one kind of commands': () => choose(renewal.apply.methods.quadlet),
    'choose another source': () => choose(renewal.apply.sources.prompt),
    'copy the commands': () => press(renewal.copy.copy),
    'choose the first source again': () => choose(renewal.apply.sources.file),
    'choose the instructions of the app': () => choose('Argo CD'),
    'show the first step': () => show(renewal.get.title),
    'show the third step': () => show(renewal.apply.title),
    'choose the first platform again': () => choose(renewal.apply.methods.kubernetes),
    'start watching': () => watchAfter(renewal.watch.start),
    'a second passes': () => tick(1),
    'the API restarts': async () => {
      alexandria.setFault('server-error');
      await tickUntil('away');
    },
    'the API returns the previous license': async () => {
      alexandria.setFault(null);
      await tickUntil('present');
    },
    'show another step during the watch': () => show(renewal.check.title),
    'show the last step again': () => show(renewal.watch.title),
    'five minutes pass': async () => {
      tick(300);
      await expect.poll(watch).toBe('nothing');
    },
    'watch again': () => watchAfter(renewal.watch.again),
    'the API loses its license': async () => {
      await alexandria.restart({ scenario: 'unlicensed' });
      await tickUntil('lost');
    },
    'the API returns another license': async () => {
      await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: E + 300 * DAY, entitlements: FEATURES }) });
      await tickUntil('renewed');
    },
    'wait for the license of the key': () => watchAfter(renewal.watch.again),
    'the API returns the license of the key': async () => {
      await alexandria.restart({ licenseKey: await nextKey(CATALOG) });
      await tickUntil('renewed');
    },
    'close the renewal after its success': () => press(new RegExp(`^${renewal.watch.done}$`)),
    'the API returns the first license again': async () => {
      await alexandria.restart(setup);
      await press(panel.checkNow);
      await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('grace');
    },
    'open the renewal once more': () => press(panel.renew),
    'go on': () => press(renewal.get.next),
    'go on without a key': () => show(renewal.apply.title),
    'start watching without a key': () => watchAfter(renewal.watch.start),
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
    const tick = controlWatch();
    const untranslated = new Map<string, string[]>();
    await play(tick, async (name) => {
      await untilSettled();
      untranslated.set(name, texts());
    });
    const stop = translatePage();
    onTestFinished(stop);
    await play(tick, async (name) => {
      await expect.poll(texts, { message: name }).toEqual(untranslated.get(name));
    });
  });

  it('never finds a text node with a sibling', { timeout: 120_000 }, async () => {
    await play(controlWatch(), async (name) => expect(mixedTexts(), name).toEqual([]));
  });
});
