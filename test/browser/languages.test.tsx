import { QueryClient } from '@tanstack/react-query';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient, type LicenseStorage } from '../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, type LicenseProviderProps, loadLanguage } from '../../src/index.js';
import type * as German from '../../src/messages/de.js';
import type * as French from '../../src/messages/fr.js';
import { cached, notices, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
const DAY = 86_400_000;

// French and German come when they are let; Japanese never does, and Arabic comes without its renewal.
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
// biome-ignore lint/suspicious/noThenProperty: what a module that is not there comes to, for who waits for it.
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
const spoken = () => [...new Set(roots().map(({ lang, dir }) => `${lang} ${dir}`))];
const read = () =>
  roots()
    .map(({ textContent }) => textContent)
    .join(' ');
const isFresh = () => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');

describe('a language that is being loaded', () => {
  it('lets nothing English flash, keeps the room of what is remembered, and then is there', async () => {
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(read()));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    const text = `La licence\n${'a expiré '.repeat(30)}`;
    const entry = JSON.stringify({ scope: 'ada', state: 'grace', expiresAt: Date.now() - 2 * DAY, text, dismissal: null });
    const storage: LicenseStorage = { getItem: () => entry, setItem: () => undefined, removeItem: () => undefined };
    const { screen } = await renderDashboard({ scenario: 'grace', locale: 'fr-CA', storage, licenseHref: '/license' });
    const banner = part('banner');
    expect(banner?.dataset['licenseState']).toBe('grace');
    expect(banner?.getAttribute('aria-busy')).toBe('true');
    const room = document.querySelector('.alx-banner-text') ?? document.body;
    expect(room.clientHeight).toBeGreaterThanOrEqual(3 * Number.parseFloat(getComputedStyle(room).lineHeight));
    expect(room.textContent).toBe('');
    expect(spoken()).toEqual(['fr-CA ltr']);
    expect(document.querySelectorAll('[data-license-part] :is(button, a)')).toHaveLength(0);
    french.open();
    await expect.element(screen.getByRole('button', { name: 'Vérifier maintenant' })).toBeVisible();
    await expect.poll(() => part('banner')?.textContent).toContain('La licence a expiré');
    expect(part('banner')).toBe(banner);
    expect(banner?.getAttribute('aria-busy')).toBeNull();
    observer.disconnect();
    expect(seen.filter((words) => /License|Checked|keep/.test(words))).toEqual([]);
  });

  it('brings a banner that did not stand there before together with its words', async () => {
    const { queries } = await renderDashboard({ scenario: 'grace', locale: 'de', storage: null });
    await expect.poll(() => cached(queries)).toContain('enterprise');
    await expect.poll(() => part('panel')?.ariaBusy).toBe('true');
    expect(part('banner')).toBeNull();
  });

  it('leaves what was there in the language before, and takes nothing of what was typed', async () => {
    const body = { tier: 'enterprise', entitlements: ['scim'], expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 };
    const client = createLicenseClient({ baseUrl: '', scope: 'ada', storage: null, fetch: async () => Response.json(body) });
    const queryClient = new QueryClient();
    const tree = (locale: string) => (
      <LicenseProvider client={client} role="admin" locale={locale} queryClient={queryClient}>
        <LicensePanel />
      </LicenseProvider>
    );
    const screen = await render(tree('en-GB'));
    await screen.getByRole('button', { name: 'Renew…' }).click();
    await screen.getByLabelText('License key', { exact: true }).fill('eyJ');
    await screen.rerender(tree('de-AT'));
    await expect.element(screen.getByRole('heading', { name: 'License', exact: true })).toBeVisible();
    expect(spoken()).toEqual(['en-GB ltr']);
    german.open();
    await expect.element(screen.getByRole('heading', { name: 'Lizenz', exact: true })).toBeVisible();
    await expect.element(screen.getByLabelText('Lizenzschlüssel', { exact: true })).toHaveValue('eyJ');
    expect(spoken()).toEqual(['de-AT ltr']);
  });
});

describe('a language that can not be loaded', () => {
  it('is English, dates and all', async () => {
    const { screen } = await renderDashboard({ scenario: 'expired', locale: 'ja-JP' });
    await expect.element(screen.getByText(/6 licensed features have been off since \w+ \d+, \d{4}/).first()).toBeVisible();
    expect(spoken()).toEqual(['en ltr']);
  });

  it('is English for the renewal alone, where only that is missing', async () => {
    const { screen } = await renderDashboard({ scenario: 'expired', locale: 'ar' });
    await screen.getByRole('button', { name: 'تجديد…' }).last().click();
    await expect.element(screen.getByRole('heading', { name: 'Get a new key' })).toBeVisible();
    expect(document.querySelector('.alx-steps')?.getAttribute('lang')).toBe('en');
    expect(document.querySelector('.alx-steps')?.getAttribute('dir')).toBe('ltr');
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
  ])('%s is told to screen readers as %s, on every part', async (locale, attributes, words) => {
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
    expect(spoken()).toEqual([attributes]);
    expect(roots().map(({ dataset }) => dataset['licensePart'] ?? dataset['licenseAnnouncer'])).toEqual([
      'banner',
      'banner',
      'panel',
      'notice',
    ]);
  });

  it('writes dates and numbers as its region does', async () => {
    await renderDashboard({ scenario: 'expired', locale: 'ar-EG' });
    await expect.poll(() => part('banner')?.textContent).toMatch(/توقفت ٦ ميزات مرخَّصة في [٠-٩]+/);
  });

  it('mirrors an Arabic part in a page that is not, and the other way round', async () => {
    await renderDashboard({ scenario: 'expired', locale: 'ar' });
    await isFresh();
    await expect.poll(() => part('banner')).not.toBeNull();
    const icon = part('banner')?.querySelector('svg')?.getBoundingClientRect();
    const text = part('banner')?.querySelector('p')?.getBoundingClientRect();
    expect(Number(icon?.left)).toBeGreaterThan(Number(text?.left));
    expect(getComputedStyle(document.querySelector('[data-license-part="panel"] code') ?? document.body).direction).toBe('ltr');
  });
});

describe('words of the host', () => {
  it('stand in front of any language, as deep as they go', async () => {
    const messages: NonNullable<LicenseProviderProps['messages']> = {
      panel: { title: 'Abonnement' },
      banner: { snooze: { day: 'Später' } },
      names: { entitlements: { scim: 'Verzeichnisabgleich', x_new: 'Neues' } },
      renewal: { check: { problems: { empty_input: 'Hier steht nichts.' } } },
    };
    const { screen } = await renderDashboard({ scenario: 'expiring', locale: 'de', messages });
    await expect.element(screen.getByRole('heading', { name: 'Abonnement' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Später' })).toBeVisible();
    await expect.element(screen.getByText('Verzeichnisabgleich')).toBeVisible();
    await expect.element(screen.getByText('Mandantenfähigkeit')).toBeVisible();
    await screen.getByRole('button', { name: 'Verlängern …' }).last().click();
    await screen.getByRole('button', { name: 'Schlüssel prüfen' }).click();
    await expect.element(screen.getByText('Hier steht nichts.')).toBeVisible();
    await screen.getByLabelText('Lizenzschlüssel', { exact: true }).fill('no key');
    await screen.getByRole('button', { name: 'Schlüssel prüfen' }).click();
    await expect.element(screen.getByText(/Das ist kein Lizenzschlüssel/)).toBeVisible();
  });

  it('can be a language of its own, with its dates, its plurals and its direction', async () => {
    const messages = {
      language: 'he',
      panel: { title: 'רישיון' },
      banner: { graceLead: ({ ago }: { ago: string }) => `הרישיון פג ${ago}.` },
    };
    await renderDashboard({ scenario: 'grace', locale: 'he-IL', messages });
    await expect.poll(() => part('banner')?.textContent).toContain('הרישיון פג לפני יומיים');
    expect(spoken()).toEqual(['he-IL rtl']);
  });

  it('bring their language along where the locale is another', async () => {
    await renderDashboard({ scenario: 'grace', locale: 'en-GB', messages: { language: 'he' } });
    await isFresh();
    expect(spoken()).toEqual(['he rtl']);
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

  it('has the words there with the first paint, on the server and in the browser, without a mismatch', async () => {
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

  it.each(['ja', 'pt-BR', 'en_US', 'constructor', ''])('never rejects, also not for "%s"', async (locale) => {
    await expect(loadLanguage(locale)).resolves.toBeUndefined();
  });
});
