import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ALL, DAY, newKey, openRenewal, rows, warnings } from '../support/openRenewal.js';
import { part, withWorker } from '../support/renderDashboard.js';

withWorker();

describe('a new key', () => {
  it('is verified, compared with the current license, and removed from the page', async () => {
    const { check, screen, field } = await openRenewal();
    const key = await newKey({ entitlements: [...ALL.slice(0, 5), 'backend_autoscaling'] });
    await check(`export LICENSE_KEY="${key}"`);
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    await expect.element(screen.getByText(/Ignored: a variable assignment and quotation marks\./)).toBeVisible();
    expect(rows()).toEqual([
      'Tier | Enterprise | Enterprise',
      expect.stringMatching(/^Expires \| \d+ \w+ \d{4} \| \d+ \w+ \d{4}$/),
      expect.stringMatching(/^Grace period ends \| /),
      'Features | 6 features | 6 featuresadds backend autoscalingremoves Vault secrets backend',
      'Licensed to |  | Acme GmbH',
      'Status today |  | Active',
    ]);
    expect(warnings()).toEqual(['demo-key', 'loses-entitlements']);
    await expect.element(field).toHaveValue('');
    expect(document.documentElement.outerHTML).not.toContain(key.slice(0, 40));
  });

  it('shows its first twenty added features and counts the rest', async () => {
    const { check, screen } = await openRenewal();
    await check(await newKey({ entitlements: Array.from({ length: 600 }, (_, at) => `made_up_${at}`) }));
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    const listed = Array.from(document.querySelectorAll('.alx-compare li'), ({ textContent }) => textContent.replace(/\p{Cf}/gu, ''));
    expect(listed).toHaveLength(21 + ALL.length);
    expect(listed.slice(19, 22)).toEqual(['adds made_up_19', 'adds 580 more', 'removes multi-tenancy']);
  });

  it('can be pasted, and is checked at once', async () => {
    const { field, screen, paste } = await openRenewal();
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
    const { screen } = await openRenewal();
    const data = new DataTransfer();
    data.items.add(new File([write(`${await newKey()}\r\n`)], 'license.key'));
    const area = document.querySelector('.alx-drop');
    area?.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    await expect.poll(() => area?.getAttribute('data-over')).toBe('true');
    area?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
  });

  it('can be chosen as a file, also the same file again', async () => {
    const { screen } = await openRenewal();
    const file = new File([`${await newKey()}\n`], 'license.key');
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('There is no file to choose.');
    await userEvent.upload(input, file);
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    // Browsers fire no change event for the same file, unless the input was cleared.
    expect(input.files).toHaveLength(0);
  });

  it('is not searched for in a file that is too large', async () => {
    await openRenewal();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('There is no file to choose.');
    await userEvent.upload(input, new File(['a'.repeat(262_145)], 'backup.tar'));
    await expect.poll(() => document.body.textContent).toContain('This file is too large to be a license key.');
  });

  it('replaces a key that is still being checked, whose result is discarded', async () => {
    const { check, screen, field, paste } = await openRenewal();
    const verify = crypto.subtle.verify.bind(crypto.subtle);
    const slow = vi.spyOn(crypto.subtle, 'verify').mockImplementationOnce(async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return verify(...given);
    });
    await check(await newKey());
    await expect.poll(() => slow.mock.calls.length).toBe(1);
    await field.fill('');
    paste('no key');
    await expect.element(screen.getByText(/This isn’t a license key/)).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await expect.element(field).toHaveValue('no key');
    await expect.element(screen.getByText(/This isn’t a license key/)).toBeVisible();
    slow.mockRestore();
  });

  it('gets a specific error if it is not valid, and its text stays in the field', async () => {
    const { check, screen, field } = await openRenewal();
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
    const { check } = await openRenewal({ scenario: 'active' });
    await check(await newKey({ expiresAt: Date.now() + 900 * DAY, ...options }));
    await expect.poll(warnings).toEqual(expected);
  });

  it('is read but not verified if no public key is configured', async () => {
    const { check, screen } = await openRenewal({ scenario: 'expired' }, {});
    await check(await newKey());
    await expect.element(screen.getByText('Signature not verified.')).toBeVisible();
    await expect.element(screen.getByText(/has no Alexandria public key/)).toBeVisible();
    expect(rows()).toHaveLength(6);
  });

  it('is refused if it is signed with another private key', async () => {
    const { check, screen } = await openRenewal();
    const { privateKey } = await generateKeyPair('EdDSA');
    const claims = { tier: 'enterprise', entitlements: ALL, exp: 1_909_129_600 };
    await check(await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey));
    await expect.element(screen.getByText(/The signature doesn’t match/)).toBeVisible();
    expect(rows()).toEqual([]);
  });

  it('keeps its comparison after it has become the current license', async () => {
    const { check, screen, alexandria } = await openRenewal();
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
    const { check, screen, signOut } = await openRenewal();
    await check(await newKey());
    await expect.element(screen.getByText('Acme GmbH')).toBeVisible();
    await signOut();
    await expect.element(screen.getByText('Acme GmbH')).not.toBeInTheDocument();
  });

  it('leaves nothing in page, storage or cache after the renewal is closed', async () => {
    const { check, screen, queries } = await openRenewal();
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
    await screen.getByRole('button', { name: 'I have a key' }).click();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toHaveValue('');
    expect(rows()).toEqual([]);
  });

  it('is inserted at the caret if a second part is pasted', async () => {
    const { screen, field, paste } = await openRenewal();
    const key = await newKey();
    paste(key.slice(0, 60));
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    paste(key.slice(100));
    await expect.element(field).toHaveValue(key.slice(0, 60) + key.slice(100));
    const textarea = field.element();
    if (textarea instanceof HTMLTextAreaElement) textarea.setSelectionRange(60, 60);
    paste(key.slice(60, 100));
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
  });

  it('replaces a text that is not part of a key', async () => {
    const { screen, field, paste } = await openRenewal();
    paste('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----');
    await expect.element(screen.getByText(/This is a private key/)).toBeVisible();
    paste(await newKey());
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    await expect.element(field).toHaveValue('');
  });

  it('keeps its result if the empty field is checked', async () => {
    const { screen, check, press } = await openRenewal();
    await check(await newKey());
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    await press('Check key');
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    expect(screen.getByText('Paste a license key, or drop a key file.').query()).toBeNull();
  });

  it('has its error in red directly below the field', async () => {
    const { screen, check, field } = await openRenewal();
    await check('no key');
    const error = screen.getByText(/This isn’t a license key/);
    await expect.element(error).toBeVisible();
    const box = field.element().getBoundingClientRect();
    const below = error.element().getBoundingClientRect();
    expect(below.top - box.bottom).toBeGreaterThanOrEqual(0);
    expect(below.top - box.bottom).toBeLessThan(16);
    const red = getComputedStyle(error.element()).color;
    expect(red).toBe('rgb(176, 21, 48)');
    expect(getComputedStyle(field.element()).borderColor).toBe(red);
    expect(field.element().getAttribute('aria-describedby')).toContain(error.element().closest('p')?.id);
  });

  it('is summed up when its step is folded', async () => {
    const { screen, check, press } = await openRenewal();
    await check(await newKey({ expiresAt: Date.UTC(2028, 3, 30, 12), entitlements: [...ALL.slice(0, 5), 'backend_autoscaling'] }));
    await press('Continue');
    await expect
      .element(screen.getByText('Signature verified, valid until 30 Apr 2028 · adds backend autoscaling · removes Vault secrets backend'))
      .toBeVisible();
    await expect.element(screen.getByText('From your account representative')).toBeVisible();
  });

  it('loses its result if the user types another text', async () => {
    const { screen, check, field } = await openRenewal();
    await check(await newKey());
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    await field.fill('another');
    expect(screen.getByText('Signature verified.').query()).toBeNull();
  });

  it('loses its error if the user empties the field', async () => {
    const { screen, check, field } = await openRenewal();
    await check('no key');
    await expect.element(screen.getByText(/This isn’t a license key/)).toBeVisible();
    await field.fill('');
    await expect.element(field).toHaveAttribute('aria-invalid', 'false');
  });

  it('is inserted at the caret if a text is dropped, and can be pasted as a file', async () => {
    const { screen, field } = await openRenewal();
    const key = await newKey();
    await field.fill(key.slice(0, 60));
    const data = new DataTransfer();
    data.setData('text', key.slice(60));
    document.querySelector('.alx-drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
    await screen.getByRole('button', { name: 'Check a different key' }).click();
    const files = new DataTransfer();
    files.items.add(new File([key], 'license.key'));
    field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true }));
    await expect.element(screen.getByText('Signature verified.')).toBeVisible();
  });
});
