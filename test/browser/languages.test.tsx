import { QueryClient } from '@tanstack/react-query';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient, type LicenseStorage } from '../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, type LicenseProviderProps, loadLanguage } from '../../src/index.js';
import type * as German from '../../src/messages/de.js';
import { deRenewal } from '../../src/messages/deRenewal.js';
import type * as French from '../../src/messages/fr.js';
import { cached, notices, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
const DAY = 86_400_000;

// French and German load when a test opens them. Japanese and the Arabic renewal fail to load.
const { french, german } = vi.hoisted(() => {
  const gate = () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { opened, open: () => open() };
  };
  return { french: gate(), german: gate() };
});
// biome-ignore lint/suspicious/noThenProperty: a thenable that rejects, like the import of a missing module.
const missing = vi.hoisted(() => () => ({ then: (_: unknown, fail: (error: Error) => void) => fail(new Error('no such chunk')) }));
vi.mock('../../src/messages/fr.js', async (importOriginal) => {
  const { fr } = await importOriginal<typeof French>();
  return { fr: french.opened.then(() => fr) };
});
vi.mock('../../src/messages/de.js', async (importOriginal) => {
  const { de } = await importOriginal<typeof German>();
  return { de: german.opened.then(() => de) };
});
vi.mock('../../src/messages/ja.js', () => ({ ja: missing() }));
vi.mock('../../src/messages/arRenewal.js', () => ({ arRenewal: missing() }));

const roots = () => [...document.querySelectorAll<HTMLElement>('[data-license-part], [data-license-announcer]')];
const langAndDir = () => [...new Set(roots().map(({ lang, dir }) => `${lang} ${dir}`))];
const visibleText = () =>
  roots()
    .map(({ textContent }) => textContent)
    .join(' ');
const isFresh = () => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');

describe('a language that is being loaded', () => {
  it('shows no English text, reserves the height of the stored text, and then appears', async () => {
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(visibleText()));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    const text = `La licence\n${'a expiré '.repeat(30)}`;
    const entry = JSON.stringify({ scope: 'ada', state: 'grace', expiresAt: Date.now() - 2 * DAY, text, dismissal: null });
    const storage: LicenseStorage = { getItem: () => entry, setItem: () => undefined, removeItem: () => undefined };
    const { screen } = await renderDashboard({ scenario: 'grace', locale: 'fr-CA', storage, licenseHref: '/license' });
    const banner = part('banner');
    expect(banner?.dataset['licenseState']).toBe('grace');
    expect(banner?.getAttribute('aria-busy')).toBe('true');
    const bannerText = document.querySelector('.alx-banner-text') ?? document.body;
    expect(bannerText.clientHeight).toBeGreaterThanOrEqual(3 * Number.parseFloat(getComputedStyle(bannerText).lineHeight));
    expect(bannerText.textContent).toBe('');
    expect(langAndDir()).toEqual(['fr-CA ltr']);
    expect(document.querySelectorAll('[data-license-part] :is(button, a)')).toHaveLength(0);
    french.open();
    await expect.element(screen.getByRole('button', { name: 'Vérifier maintenant' })).toBeVisible();
    await expect.poll(() => part('banner')?.textContent).toContain('Votre licence a expiré');
    expect(part('banner')).toBe(banner);
    expect(banner?.getAttribute('aria-busy')).toBeNull();
    observer.disconnect();
    expect(seen.filter((words) => /license|updated|keep/i.test(words))).toEqual([]);
  });

  it('delays a new banner until its text is loaded', async () => {
    const { queries } = await renderDashboard({ scenario: 'grace', locale: 'de', storage: null });
    await expect.poll(() => cached(queries)).toContain('enterprise');
    await expect.poll(() => part('panel')?.ariaBusy).toBe('true');
    expect(part('banner')).toBeNull();
  });

  it('keeps the previous language on the page until it is loaded, and keeps typed text', async () => {
    const body = { tier: 'enterprise', entitlements: ['scim'], expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 };
    const client = createLicenseClient({ baseUrl: '', scope: 'ada', storage: null, fetch: async () => Response.json(body) });
    const queryClient = new QueryClient();
    const tree = (locale: string) => (
      <LicenseProvider client={client} role="admin" locale={locale} queryClient={queryClient}>
        <LicensePanel />
      </LicenseProvider>
    );
    const screen = await render(tree('en-GB'));
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await screen.getByRole('button', { name: 'I have a key' }).click();
    await screen.getByLabelText('License key', { exact: true }).fill('eyJ');
    await screen.rerender(tree('de-AT'));
    await expect.element(screen.getByRole('region', { name: 'License', exact: true })).toBeVisible();
    expect(langAndDir()).toEqual(['en-GB ltr']);
    german.open();
    await expect.element(screen.getByRole('region', { name: 'Lizenz', exact: true })).toBeVisible();
    const field = screen.getByLabelText('Lizenzschlüssel', { exact: true });
    await expect.element(field).toBeVisible();
    await expect.element(field).toHaveValue('eyJ');
    await expect.element(screen.getByRole('button', { name: `${deRenewal.show} ${deRenewal.apply.title}` })).toBeVisible();
    expect(langAndDir()).toEqual(['de-AT ltr']);
  });
});

describe('a language that can not be loaded', () => {
  it('is replaced by English, also in dates', async () => {
    await renderDashboard({ scenario: 'expired', locale: 'ja-JP' });
    await expect.poll(() => part('banner')?.textContent).toMatch(/6 licensed features are off\. .*Off since \w+ \d+, \d{4}/);
    expect(langAndDir()).toEqual(['en ltr']);
  });

  it('is replaced by English in the renewal alone if only the renewal fails to load', async () => {
    const { screen } = await renderDashboard({ scenario: 'expired', locale: 'ar' });
    await screen.getByRole('button', { name: 'تجديد الترخيص' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Get a new license key' })).toBeVisible();
    // The steps, and the text above them.
    for (const words of [
      screen.getByRole('list').filter({ hasText: 'Get a new license key' }),
      screen.getByText(/The API reads its key only/),
    ]) {
      const language = words.element().closest('[lang]');
      expect([language?.getAttribute('lang'), language?.getAttribute('dir')]).toEqual(['en', 'ltr']);
    }
    expect(part('panel')?.dir).toBe('rtl');
  });
});

describe('the language of the page', () => {
  it.each([
    ['en-GB', 'en-GB ltr', 'Check now'],
    ['de-CH', 'de-CH ltr', 'Jetzt prüfen'],
    ['ar-EG', 'ar-EG rtl', 'تحقق الآن'],
    ['pt-BR', 'en ltr', 'Check now'],
    ['x', 'en ltr', 'Check now'],
  ])('follows the locale %s and sets lang and dir to %s on every part', async (locale, attributes, words) => {
    const children = (
      <>
        <LicenseBanner />
        <LicensePanel />
        <EntitlementGate entitlement="scim">
          <p>Users</p>
        </EntitlementGate>
      </>
    );
    const { screen } = await renderDashboard({ scenario: 'expired', locale, children });
    await expect.element(screen.getByRole('button', { name: words })).toBeVisible();
    await expect.poll(notices).toEqual(['scim lapsed']);
    expect(langAndDir()).toEqual([attributes]);
    expect(roots().map(({ dataset }) => dataset['licensePart'] ?? dataset['licenseAnnouncer'])).toEqual([
      'banner',
      'banner',
      'panel',
      'notice',
    ]);
  });

  it('formats dates and numbers for its region', async () => {
    await renderDashboard({ scenario: 'expired', locale: 'ar-EG' });
    await expect.poll(() => part('banner')?.textContent).toMatch(/توقفت ٦ ميزات مرخَّصة\. .*المتوقف منذ [٠-٩]+/);
  });

  it('mirrors an Arabic part in a left-to-right page, but not its code', async () => {
    await renderDashboard({ scenario: 'expired', locale: 'ar' });
    await isFresh();
    await expect.poll(() => part('banner')).not.toBeNull();
    const icon = part('banner')?.querySelector('svg')?.getBoundingClientRect();
    const text = part('banner')?.querySelector('p')?.getBoundingClientRect();
    expect(Number(icon?.left)).toBeGreaterThan(Number(text?.left));
    expect(getComputedStyle(document.querySelector('[data-license-part="panel"] code') ?? document.body).direction).toBe('ltr');
  });
});

describe('messages of the app', () => {
  it('override single messages of any language, also nested ones', async () => {
    const messages: NonNullable<LicenseProviderProps['messages']> = {
      panel: { title: 'Abonnement' },
      banner: { snooze: { day: 'Später' } },
      names: { entitlements: { scim: 'Verzeichnisabgleich', x_new: 'Neues' } },
      renewal: { check: { problems: { empty_input: 'Hier steht nichts.' } } },
    };
    const { screen } = await renderDashboard({ scenario: 'expiring', locale: 'de', messages });
    await expect.element(screen.getByRole('region', { name: 'Abonnement' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Später' })).toBeVisible();
    await expect.element(screen.getByText('Verzeichnisabgleich')).toBeVisible();
    await expect.element(screen.getByText('Mandantenfähigkeit')).toBeVisible();
    await screen.getByRole('button', { name: 'Lizenz verlängern' }).click();
    await screen.getByRole('button', { name: deRenewal.get.next }).click();
    await screen.getByRole('button', { name: deRenewal.check.action, exact: true }).click();
    await expect.element(screen.getByText('Hier steht nichts.')).toBeVisible();
    await screen.getByLabelText('Lizenzschlüssel', { exact: true }).fill('no key');
    await screen.getByRole('button', { name: deRenewal.check.action, exact: true }).click();
    await expect.element(screen.getByText(/Das ist kein Lizenzschlüssel/)).toBeVisible();
  });

  it('can be in another language, with its dates, plurals and direction', async () => {
    const messages = {
      language: 'he',
      panel: { title: 'רישיון' },
      banner: { graceDetail: ({ ago }: { ago: string }) => `הרישיון פג ${ago}.` },
    };
    await renderDashboard({ scenario: 'grace', locale: 'he-IL', messages });
    await expect.poll(() => part('banner')?.textContent).toContain('הרישיון פג לפני יומיים');
    expect(langAndDir()).toEqual(['he-IL rtl']);
  });

  it('set the language if the locale is a different one', async () => {
    await renderDashboard({ scenario: 'grace', locale: 'en-GB', messages: { language: 'he' } });
    await isFresh();
    expect(langAndDir()).toEqual(['he rtl']);
  });
});

describe('loadLanguage', () => {
  const tree = (queryClient: QueryClient, storage: LicenseStorage | null) => (
    <LicenseProvider
      client={createLicenseClient({ baseUrl: '', scope: 'ada', storage, fetch: () => new Promise(() => undefined) })}
      role="admin"
      locale="de-DE"
      queryClient={queryClient}
    >
      <LicenseBanner />
      <LicensePanel />
    </LicenseProvider>
  );

  it('makes the first render use the language, on the server and in the browser, without a mismatch', async () => {
    await loadLanguage('de-DE');
    const host = document.createElement('div');
    host.innerHTML = renderToString(tree(new QueryClient(), null));
    document.body.append(host);
    expect(host.querySelector('h2')?.textContent).toBe('Lizenz');
    const onRecoverableError = vi.fn();
    const root = hydrateRoot(host, tree(new QueryClient(), null), { onRecoverableError });
    await expect.poll(() => host.querySelector('h2')?.textContent).toBe('Lizenz');
    expect(onRecoverableError).not.toHaveBeenCalled();
    root.unmount();
    host.remove();

    const storage: LicenseStorage = {
      getItem: () => JSON.stringify({ scope: 'ada', state: 'expired', expiresAt: Date.now(), text: '', dismissal: null }),
      setItem: () => undefined,
      removeItem: () => undefined,
    };
    await render(tree(new QueryClient(), storage));
    expect(part('banner')?.textContent).toContain('Lizenzierte Funktionen sind abgeschaltet.');
  });

  it.each(['ja', 'pt-BR', 'en_US', 'constructor', ''])('does not reject for "%s"', async (locale) => {
    await expect(loadLanguage(locale)).resolves.toBeUndefined();
  });
});
