import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { type MintOptions, mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { LicenseBanner, LicensePanel, PaymentRequiredNotice, type RenewalOptions } from '../../src/index.js';
import { answerLicense, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
const DAY = 86_400_000;
const ALL = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];
const newKey = (more: Partial<MintOptions> = {}) => mintLicenseKey({ expiresAt: Date.now() + 365 * DAY, subject: 'Acme GmbH', ...more });

async function open(
  setup: Parameters<typeof renderDashboard>[0] = { scenario: 'expired' },
  renewal: RenewalOptions = { trustedKeys: [demoPublicKey] },
) {
  const children = (
    <>
      <LicenseBanner />
      <LicensePanel renewal={renewal} />
      <PaymentRequiredNotice />
    </>
  );
  const dashboard = await renderDashboard({ ...setup, children });
  await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
  const { screen } = dashboard;
  await screen.getByRole('button', { name: 'Renew license' }).click();
  const field = screen.getByLabelText('License key', { exact: true });
  await expect.element(field).toBeVisible();
  const check = async (text: string) => {
    await field.fill(text);
    await screen.getByRole('button', { name: 'Check key' }).click();
  };
  const paste = (text: string) => {
    const data = new DataTransfer();
    data.setData('text', text);
    field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  };
  return { ...dashboard, field, check, paste };
}

const rows = () =>
  Array.from(document.querySelectorAll('.alx-compare tbody tr'), (row) => Array.from(row.children, (cell) => cell.textContent).join(' | '));
const warnings = () =>
  Array.from(document.querySelectorAll<HTMLElement>('[data-license-warning]'), ({ dataset }) => dataset['licenseWarning']);
const watch = () => document.querySelector<HTMLElement>('[data-license-watch]');

describe('the contact link', () => {
  it.each([
    ['https://alexandria.example/renew', 'https://alexandria.example/renew'],
    ['sales@alexandria.example', 'mailto:sales@alexandria.example'],
    ['javascript:alert(1)', null],
    ['//alexandria.example/renew', '//alexandria.example/renew'],
  ])('turns contactHref %s into the address %s', async (contactHref, address) => {
    const { screen } = await open({ scenario: 'expired', contactHref });
    const link = screen.getByRole('link', { name: 'Request a key' });
    if (address === null) expect(link.query()).toBeNull();
    else await expect.element(link).toHaveAttribute('href', address);
  });
});

describe('a new key', () => {
  it('is verified, compared with the current license, and removed from the page', async () => {
    const { check, screen, field } = await open();
    const key = await newKey({ entitlements: [...ALL.slice(0, 5), 'backend_autoscaling'] });
    await check(`export LICENSE_KEY="${key}"`);
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    await expect.element(screen.getByText(/Ignored: a variable assignment and quotation marks\./)).toBeVisible();
    expect(rows()).toEqual([
      'Tier | Enterprise | Enterprise',
      expect.stringMatching(/^Expires \| \d+ \w+ \d{4} \| \d+ \w+ \d{4}$/),
      expect.stringMatching(/^Grace period ends \| /),
      'Features | 6 features | 6 features+ Backend autoscaling− Vault secrets backend',
      'Licensed to |  | Acme GmbH',
      'Status today |  | Active',
    ]);
    expect(warnings()).toEqual(['demo-key', 'loses-entitlements']);
    await expect.element(field).toHaveValue('');
    expect(document.documentElement.outerHTML).not.toContain(key.slice(0, 40));
  });

  it('shows its first twenty added features and counts the rest', async () => {
    const { check, screen } = await open();
    await check(await newKey({ entitlements: Array.from({ length: 600 }, (_, at) => `made_up_${at}`) }));
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    const listed = Array.from(document.querySelectorAll('.alx-compare li'), ({ textContent }) => textContent.replace(/\p{Cf}/gu, ''));
    expect(listed).toHaveLength(21 + ALL.length);
    expect(listed.slice(19, 22)).toEqual(['+ made_up_19', '+ 580 more', '− Multi-tenancy']);
  });

  it('can be pasted, and is checked at once', async () => {
    const { field, screen, paste } = await open();
    paste(`${await newKey()}\n`);
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    await expect.element(field).toHaveValue('');
  });

  it.each([
    ['UTF-8', (text: string) => new Blob([text])],
    [
      'UTF-16 with a byte order mark',
      (text: string) => new Blob([Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((char) => [char.charCodeAt(0), 0])])]),
    ],
  ])('can be dropped as a file in %s', async (_, write) => {
    const { screen } = await open();
    const data = new DataTransfer();
    data.items.add(new File([write(`${await newKey()}\r\n`)], 'license.key'));
    const area = document.querySelector('.alx-drop');
    area?.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    await expect.poll(() => area?.getAttribute('data-over')).toBe('true');
    area?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
  });

  it('can be chosen as a file, also the same file again', async () => {
    const { screen } = await open();
    const file = new File([`${await newKey()}\n`], 'license.key');
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('There is no file to choose.');
    await userEvent.upload(input, file);
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    // Browsers fire no change event for the same file, unless the input was cleared.
    expect(input.files).toHaveLength(0);
  });

  it('is not searched for in a file that is too large', async () => {
    await open();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('There is no file to choose.');
    await userEvent.upload(input, new File(['a'.repeat(262_145)], 'backup.tar'));
    await expect.poll(() => document.body.textContent).toContain('This file is too large to be a license key.');
  });

  it('replaces a key that is still being checked, whose result is discarded', async () => {
    const { check, screen, field, paste } = await open();
    const verify = crypto.subtle.verify.bind(crypto.subtle);
    const slow = vi.spyOn(crypto.subtle, 'verify').mockImplementationOnce(async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return verify(...given);
    });
    await check(await newKey());
    await expect.poll(() => slow.mock.calls.length).toBe(1);
    paste('no key');
    await expect.element(screen.getByText(/This isn’t a license key/)).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await expect.element(field).toHaveValue('no key');
    await expect.element(screen.getByText(/This isn’t a license key/)).toBeVisible();
    slow.mockRestore();
  });

  it('gets a specific error if it is not valid, and its text stays in the field', async () => {
    const { check, screen, field } = await open();
    const key = await newKey();
    for (const [text, words] of [
      ['  ', /^Paste a license key, or drop a key file\.$/],
      ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', /This is a private key/],
      [key.slice(0, -9), /The key is incomplete/],
      [`${key.slice(0, -9)}AAAAAAAAA`, /The signature doesn’t match/],
    ] as const) {
      await check(text);
      await expect.element(screen.getByText(words)).toBeVisible();
      await expect.element(field).toHaveValue(text);
      await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    }
  });

  it.each([
    ['expires earlier', { expiresAt: Date.now() + 2 * DAY }, ['demo-key', 'expires-earlier']],
    ['has lapsed', { expiresAt: Date.now() - 9 * DAY }, ['demo-key', 'already-expired', 'expires-earlier']],
    ['starts later', { notBefore: Date.now() + DAY }, ['demo-key', 'starts-later']],
  ] as const)('causes a warning if it %s', async (_, options, expected) => {
    const { check } = await open({ scenario: 'active' });
    await check(await newKey({ expiresAt: Date.now() + 900 * DAY, ...options }));
    await expect.poll(warnings).toEqual(expected);
  });

  it('is read but not verified if no public key is configured', async () => {
    const { check, screen } = await open({ scenario: 'expired' }, {});
    await check(await newKey());
    await expect.element(screen.getByText('Signature not verified.')).toBeVisible();
    await expect.element(screen.getByText(/has no Alexandria public key/)).toBeVisible();
    expect(rows()).toHaveLength(6);
  });

  it('is refused if it is signed with another private key', async () => {
    const { check, screen } = await open();
    const { privateKey } = await generateKeyPair('EdDSA');
    const claims = { tier: 'enterprise', entitlements: ALL, exp: 1_909_129_600 };
    await check(await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey));
    await expect.element(screen.getByText(/The signature doesn’t match/)).toBeVisible();
    expect(rows()).toEqual([]);
  });

  it('keeps its comparison after it has become the current license', async () => {
    const { check, screen, alexandria } = await open();
    const licenseKey = await newKey();
    await check(licenseKey);
    await expect.poll(warnings).toEqual(['demo-key']);
    const before = rows();
    await alexandria.restart({ licenseKey });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    expect([rows(), warnings()]).toEqual([before, ['demo-key']]);
  });

  it('is removed at sign-out', async () => {
    const { check, screen, signOut } = await open();
    await check(await newKey());
    await expect.element(screen.getByText('Acme GmbH')).toBeVisible();
    await signOut();
    await expect.element(screen.getByText('Acme GmbH')).not.toBeInTheDocument();
  });

  it('leaves nothing in page, storage or cache after the renewal is closed', async () => {
    const { check, screen, queries } = await open();
    const key = await newKey();
    await check(`${key}x.`);
    await screen.getByRole('button', { name: 'Close', exact: true }).click();
    const [, payload = ''] = key.split('.');
    for (const place of [
      document.documentElement.outerHTML,
      JSON.stringify({ ...localStorage }),
      JSON.stringify(
        queries
          .getQueryCache()
          .getAll()
          // Copied, because the `toJSON` of a snapshot omits it.
          .map(({ state }) => ({ ...state, data: { ...Object(state.data) } })),
      ),
    ])
      expect(place).not.toContain(payload.slice(0, 24));
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toHaveValue('');
    expect(rows()).toEqual([]);
  });
});

describe('the commands', () => {
  const command = () => document.querySelector('.alx-command pre')?.textContent ?? '';

  it('match the deployment method and use the names from the app', async () => {
    const { screen } = await open({ scenario: 'expired' }, { names: { namespace: 'prod', unitFile: "/etc/it's.container" } });
    expect(command()).toContain('--namespace=prod');
    await screen.getByLabelText('Podman Quadlet').click();
    expect(command()).toContain("unit=$(readlink -f '/etc/it'\\''s.container')");
    await expect.element(screen.getByText(/anyone on the machine can read the unit file/)).toBeVisible();
    await screen.getByLabelText('Prompt').click();
    expect(command()).toContain('IFS= read -r key </dev/tty');
    await screen.getByLabelText('Helm: use the Secret').click();
    expect(command()).toMatch(/^helm upgrade --install/);
  });

  it('are copied with a confirmation, or selected if the browser denies copying', async () => {
    const { screen } = await open();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    await screen.getByRole('button', { name: 'Copy commands', exact: true }).click();
    await expect.element(screen.getByText('Copied', { exact: true })).toBeVisible();
    expect(write).toHaveBeenCalledWith(command());
    await screen.getByLabelText('Helm: value').click();
    await expect.element(screen.getByText('Copied', { exact: true })).not.toBeInTheDocument();
    write.mockRejectedValueOnce(new DOMException('denied', 'NotAllowedError'));
    await screen.getByRole('button', { name: 'Copy commands', exact: true }).click();
    await expect.element(screen.getByText(/press Ctrl\+C/)).toBeVisible();
    const shown = screen.getByRole('textbox', { name: 'Copy commands', exact: true });
    await expect.element(shown).toHaveFocus();
    await expect.element(shown).toHaveValue(command());
    write.mockRestore();
  });

  it('are refused if a name from the app is invalid', async () => {
    const { screen } = await open({ scenario: 'expired' }, { names: { namespace: '-x' } });
    await expect.element(screen.getByText(/names configured for this dashboard can’t be used/)).toBeVisible();
  });
});

describe('the watch', () => {
  it('continues during the restart, and reports what has changed', async () => {
    const { screen, alexandria, check } = await open();
    const licenseKey = await newKey({ entitlements: [...ALL, 'backend_autoscaling'] });
    await check(licenseKey);
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('present');
    alexandria.setFault('server-error');
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('away');
    expect(part('banner')?.dataset['licenseState']).toBe('expired');
    await alexandria.restart({ licenseKey });
    alexandria.setFault(null);
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    expect(watch()?.textContent).toMatch(/^Renewed until \d+ \w+ \d{4}, .*\. ?Now included: backend autoscaling\.$/);
    await expect.poll(() => part('banner')).toBeNull();
  });

  it('reports if the new license is not the one of the checked key', async () => {
    const { screen, alexandria, check } = await open();
    await check(await newKey());
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await alexandria.restart({ licenseKey: await newKey({ entitlements: ['scim'] }) });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    await expect.element(screen.getByText(/This isn’t the license from the key you checked/)).toBeVisible();
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    expect(part('banner')).toBeNull();
  });

  it('does not report a missing or a lapsed license as a renewal', async () => {
    const { screen, alexandria } = await open({ scenario: 'grace' });
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await alexandria.restart({ scenario: 'unlicensed' });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('lost');
    await expect.element(screen.getByText(/it may not have accepted the key/)).toBeVisible();
    await alexandria.restart({ scenario: 'expired' });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('lapsed');
    await alexandria.restart({ scenario: 'active' });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
  });

  it('does not report the old license as new if no check had succeeded at the start', async () => {
    const { alexandria, screen } = await renderDashboard({ scenario: 'expired', children: <LicensePanel /> });
    answerLicense(() => new Response(null, { status: 503 }));
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await screen.getByRole('button', { name: 'Start checking' }).click();
    answerLicense(() => Response.json(alexandria.licenseBody()));
    await expect.poll(() => part('panel')?.dataset['licenseState'], { timeout: 8_000 }).toBe('expired');
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('present');
  });

  it('reports a renewal that happened before the start, and shortens a long tier name', async () => {
    const { screen, alexandria } = await open();
    await alexandria.restart({ licenseKey: await newKey({ tier: 'T'.repeat(100) }) });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('renewed');
    expect(watch()?.textContent).toMatch(/Tier changed to .T{63}….\./);
  });

  it('waits for the next license after "Check again"', async () => {
    const { screen, alexandria, check } = await open();
    const right = await newKey();
    await check(right);
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await alexandria.restart({ licenseKey: await newKey({ entitlements: ['scim'] }) });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    expect(document.querySelector('[data-license-watch] [role="status"]')?.textContent).toContain('This isn’t the license from the key');
    await screen.getByRole('button', { name: 'Check again' }).click();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('present');
    await alexandria.restart({ licenseKey: right });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    expect(watch()?.textContent).not.toContain('This isn’t the license from the key');
  });

  it('does not report a renewal if the key equals the current license', async () => {
    const licenseKey = await newKey();
    const { screen, check } = await open({ licenseKey });
    await check(licenseKey);
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('already');
    expect(watch()?.textContent).toContain('can’t tell whether the API has read it');
  });

  it('announces the renewal if there is no banner', async () => {
    const { alexandria, screen } = await renderDashboard({ scenario: 'expired', children: <LicensePanel /> });
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('expired');
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await alexandria.restart({ licenseKey: await newKey() });
    await expect
      .poll(() => document.querySelector('[data-license-watch] [role="status"]')?.textContent, { timeout: 8_000 })
      .toContain('Renewed until');
  });

  it('waits for Retry-After after a 429, and explains the delay', async () => {
    const { screen, client } = await open();
    answerLicense(() => new Response(null, { status: 429, headers: { 'retry-after': '120' } }));
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('rate-limited');
    expect(watch()?.textContent).toContain('Too many requests (429).');
    const { begun } = client.internals.checks;
    await new Promise((resolve) => setTimeout(resolve, 3_300));
    expect(client.internals.checks.begun).toBe(begun);
  });

  it('leaves the announcement of a renewal to the banner if there is one', async () => {
    const { screen, alexandria } = await open();
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await alexandria.restart({ licenseKey: await newKey() });
    await expect.poll(() => watch()?.dataset['licenseWatch'], { timeout: 8_000 }).toBe('renewed');
    const live = () => Array.from(document.querySelectorAll('[role="status"], [role="alert"]'), ({ textContent }) => textContent).join('|');
    await expect.poll(() => live().match(/License renewed|Renewed until/g)).toEqual(['License renewed']);
  });

  it('lists possible causes, first a missing restart, if no license arrives', async () => {
    const { screen } = await open();
    const timers: (() => void)[] = [];
    const { setTimeout: later } = window;
    vi.spyOn(window, 'setTimeout').mockImplementation(((work: () => void, ms?: number) =>
      ms === 300_000 ? timers.push(work) : later(work, ms)) as typeof setTimeout);
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await expect.poll(() => timers.length).toBeGreaterThan(0);
    for (const work of timers) work();
    vi.restoreAllMocks();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('nothing');
    expect(document.querySelector('.alx-causes li')?.textContent).toBe('Did the API restart? It reads its key only at start-up.');
    await expect.element(screen.getByRole('button', { name: 'Check again' })).toBeVisible();
  });

  it('can be stopped', async () => {
    const { screen, client } = await open();
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await screen.getByRole('button', { name: 'Stop checking' }).click();
    await expect.poll(() => watch()?.dataset['licenseWatch']).toBe('idle');
    const { begun } = client.internals.checks;
    await new Promise((resolve) => setTimeout(resolve, 3_300));
    expect(client.internals.checks.begun).toBe(begun);
  });
});

describe('with the keyboard', () => {
  it('Tab reaches every step in order', async () => {
    const { screen } = await open({ scenario: 'grace' });
    screen.getByRole('button', { name: 'Close', exact: true }).element().focus();
    const reached: string[] = [];
    for (let step = 0; step < 14; step += 1) {
      await userEvent.tab();
      const { activeElement } = document;
      reached.push(activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '');
    }
    const order = ['Check key', 'Commands', 'Copy commands', 'Start checking', 'Copy support details', 'Download calendar file'];
    expect(reached.filter((name) => order.includes(name))).toEqual(order);
  });
});
