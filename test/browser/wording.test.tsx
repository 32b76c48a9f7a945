import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoPrivateKey, demoPublicKey } from '../../mocks/demoKey.js';
import { faults } from '../../mocks/faults.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import type { AlexandriaOptions } from '../../mocks/startAlexandria.js';
import { EntitlementGate, LicenseBanner, LicensePanel, PaymentRequiredNotice, type RenewalOptions } from '../../src/index.js';
import { markedMessages, paths, unmarked, wordsOnThePage } from '../support/markedMessages.js';
import { answerLicense, letTenantsWork, notices, part, refuseTenants, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
const DAY = 86_400_000;
const ALL = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];
const CUSTOMER = 'Acme GmbH';
const TIER = 'team';
const seen = new Set<string>();

/** Holds all that stands on the page against the marks. */
function expectMarked(): void {
  const words = wordsOnThePage([CUSTOMER, TIER, ...days()]);
  for (const text of words) for (const [, path] of text.matchAll(/⟦([\w.-]+):/g)) seen.add(path ?? '');
  expect(words.map((text) => [unmarked(text), text]).filter(([rest]) => rest !== '')).toEqual([]);
  expect(words.length).toBeGreaterThan(0);
}

// What stands by itself, and is nothing but a date.
function days(): string[] {
  const dates = Array.from(document.querySelectorAll('bdi'), ({ textContent }) => textContent ?? '');
  return dates.filter((text) => /^\d+ \w+ \d{4}(, \d\d:\d\d UTC)?$/.test(text.replace(/ [A-Z]+ \(.*UTC\)$/, ' UTC')));
}

const show = (setup: Parameters<typeof renderDashboard>[0] = {}) =>
  renderDashboard({ messages: markedMessages, licenseHref: '/license', ...setup });
const settled = (freshness: string) => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe(freshness);
const supportIsThere = () => expect.poll(() => document.body.textContent).toContain('⟦renewal.support.copy');
const press = async (path: string) => {
  const buttons = [...document.querySelectorAll<HTMLElement>('button, label, input[type="radio"]')];
  const button = buttons.find(({ textContent }) => textContent?.startsWith(`⟦${path}:`));
  if (!button) throw new Error(`There is no button ${path}.`);
  button.click();
};
const says = (path: string) =>
  expect.poll(() => document.body.textContent?.includes(`⟦${path}:`), { timeout: 8_000, message: path }).toBe(true);

afterEach(() => vi.restoreAllMocks());

describe('no sentence is left in a component', () => {
  it.each(['active', 'expiring', 'last-day', 'grace', 'grace-ending', 'expired', 'unlicensed', 'no-end'] as const)(
    'of banner and panel, while the scenario is %s',
    async (scenario) => {
      await show({ scenario });
      expectMarked();
      await settled('fresh');
      await supportIsThere();
      expectMarked();
    },
  );

  it.each(['html-login', 'unauthorized', 'forbidden', 'not-found', 'rate-limited', 'server-error'] as const)(
    'where a check meets %s, at first and later',
    async (fault) => {
      const { client, queries } = await show({ scenario: 'grace' });
      await settled('fresh');
      answerLicense(faults[fault]);
      await press('panel.checkNow');
      expectMarked();
      await expect.poll(() => part('panel')?.dataset['licenseFreshness']).not.toBe('fresh');
      await expect.poll(() => client.internals.checks.ended).toBeGreaterThan(1);
      expectMarked();
      queries.clear();
    },
  );

  it('where nothing was ever read, and the connection is gone', async () => {
    const answers = [() => Response.error(), () => new Promise<Response>(() => undefined)];
    for (const [at, freshness] of ['unreachable', 'timeout'].entries()) {
      const { screen } = await show({ answer: answers[at] ?? Response.error });
      await expect.poll(() => part('panel')?.dataset['licenseFreshness'], { timeout: 5_000 }).toBe(freshness);
      expectMarked();
      await screen.unmount();
    }
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await show({ answer: () => Response.error() });
    await settled('offline');
    expectMarked();
  });

  it('where clocks differ', async () => {
    const body = { tier: 'enterprise', entitlements: ['oidc'], days_remaining: 20, grace_remaining_seconds: 0 };
    const expires = (away: number) => new Date(Date.now() + away).toISOString();
    const dated = { headers: { date: new Date().toUTCString() } };
    await show({ answer: () => Response.json({ ...body, expires_at: expires(400 * DAY) }, dated) });
    await says('panel.clockOff');
    expectMarked();
  });

  it('of what is remembered, put away, brought back, and renewed', async () => {
    const first = await show({ scenario: 'grace' });
    await settled('fresh');
    await press('banner.collapse');
    await says('banner.expand');
    expectMarked();
    await first.screen.unmount();
    for (const state of ['expiring', 'grace', 'expired']) {
      const stored = JSON.stringify({ scope: 'ada', state, expiresAt: Date.now(), text: '', dismissal: null });
      const storage = {
        getItem: () => stored,
        setItem: () => undefined,
        removeItem: () => undefined,
      };
      const { screen } = await show({ storage, answer: () => new Promise(() => undefined) });
      expectMarked();
      await screen.unmount();
    }
    const { alexandria } = await show({ scenario: 'grace' });
    await settled('fresh');
    await alexandria.restart({ scenario: 'active' });
    await press('panel.checkNow');
    await says('banner.renewed');
    expectMarked();
  });

  it('of a clock that has stopped, where dates stand for countdowns', async () => {
    for (const scenario of ['expiring', 'grace'] as const) {
      const { screen } = await show({ scenario });
      await settled('fresh');
      answerLicense(() => new Promise(() => undefined));
      const now = Date.now();
      vi.spyOn(Date, 'now').mockReturnValue(now + DAY);
      window.dispatchEvent(new Event('focus'));
      await says(`banner.${scenario}LeadByDate`);
      expectMarked();
      vi.restoreAllMocks();
      await screen.unmount();
    }
  });

  it.each([
    ['expired', '/admin/audit/export', 'audit_export lapsed'],
    ['active', '/admin/autoscaling', 'backend_autoscaling not-included'],
    ['unlicensed', '/scim/v2/Users', 'scim no-license'],
    ['disputed', '/admin/tenants', 'multi_tenant disputed'],
    ['unnamed', '/admin/tenants', 'something unknown'],
  ] as const)('of notices, while %s %s', async (scenario, path, notice) => {
    const { ask } = await show({ scenario });
    await settled('fresh');
    await ask(path);
    await expect.poll(notices).toEqual([notice]);
    await expect.poll(() => document.querySelector('[data-license-announcer="notices"]')?.textContent).not.toBe('');
    expectMarked();
  });

  it('of notices to members, of many of them, and of what works again', async () => {
    const member = await show({ scenario: 'expired', role: 'member', session: 'member' });
    await member.ask('/admin/audit/export');
    await expect.poll(notices).toEqual(['audit_export unknown']);
    expectMarked();
    await member.screen.unmount();

    const { ask, alexandria } = await show({ scenario: 'expired' });
    await settled('fresh');
    await ask('/admin/tenants');
    await ask('/scim/v2/Users');
    await says('notice.more');
    expectMarked();
    await press('notice.more');
    await says('notice.fold');
    expectMarked();
    letTenantsWork();
    await ask('/admin/tenants');
    await says('notice.worksAgain');
    expectMarked();
    await alexandria.restart({ scenario: 'unlicensed' });
    await press('panel.checkNow');
    await expect.poll(notices).toEqual(['scim no-license']);
    await alexandria.restart({ scenario: 'active' });
    await press('panel.checkNow');
    await says('notice.licensed');
    expectMarked();
  });

  it('of gates', async () => {
    const gate = (
      <>
        <LicensePanel />
        <EntitlementGate entitlement="multi_tenant">{null}</EntitlementGate>
        <EntitlementGate
          entitlement="audit_export"
          fallback={({ title }) => <button type="button" data-license-part="host" title={title} />}
        >
          {null}
        </EntitlementGate>
      </>
    );
    for (const scenario of ['expired', 'unlicensed', 'disputed'] as const) {
      const { ask, screen } = await show({ scenario, children: gate });
      await settled('fresh');
      await ask('/admin/tenants');
      await expect.poll(notices).toHaveLength(1);
      expectMarked();
      await screen.unmount();
    }
    const { ask } = await show({ children: gate, answer: () => new Response(null, { status: 500 }) });
    await settled('server-error');
    refuseTenants('{"entitlement":"multi_tenant"}');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
    expectMarked();
  });

  it('in the last minute, and of more features than are named', async () => {
    const many = [...ALL, 'backend_autoscaling', 'a', 'b', 'c', 'd', 'e'];
    for (const expiresIn of [30_000, 30_000 - 7 * DAY]) {
      const licenseKey = await mintLicenseKey({ expiresAt: Date.now() + expiresIn, entitlements: many });
      const { screen } = await show({ licenseKey });
      await settled('fresh');
      expectMarked();
      const filter = screen.getByRole('searchbox');
      await filter.fill('scim');
      await says('panel.filter.matches');
      expectMarked();
      await filter.fill('nothing');
      await says('panel.filter.none');
      expectMarked();
      await screen.unmount();
    }
  });
});

describe('nor in the renewal', () => {
  async function open(
    setup: AlexandriaOptions,
    renewal: RenewalOptions = { trustedKeys: [demoPublicKey], contactHref: 'https://alexandria.example' },
  ) {
    const children = (
      <>
        <LicenseBanner />
        <LicensePanel renewal={renewal} />
        <PaymentRequiredNotice />
      </>
    );
    const dashboard = await show({ ...setup, children });
    await settled('fresh');
    await press(setup.scenario === 'unlicensed' ? 'panel.addKey' : 'panel.renew');
    expectMarked();
    await says('renewal.get.title');
    const field = dashboard.screen.getByLabelText(/renewal\.check\.label/);
    const check = async (text: string) => {
      await field.fill(text);
      await press('renewal.check.action');
    };
    return { ...dashboard, check };
  }
  const json = (value: unknown) => btoa(JSON.stringify(value)).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  const signed = async (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(await importJWK(demoPrivateKey, 'EdDSA'));
  const newKey = (more: object = {}) => mintLicenseKey({ expiresAt: Date.now() + 365 * DAY, subject: CUSTOMER, ...more });

  it('whatever is wrong with a key', async () => {
    const { check } = await open({ scenario: 'expired' });
    const key = await newKey();
    const [head = '', body = ''] = key.split('.');
    for (const [text, path] of [
      ['  ', 'empty_input'],
      ['hello', 'malformed_token'],
      [key.slice(0, -9), 'truncated_token'],
      [`${key}\n${await newKey({ tier: 'other' })}`, 'several_keys'],
      ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'private_key'],
      ['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'public_key'],
      [`${key.slice(0, -9)}AAAAAAAAA`, 'invalid_signature'],
      [`${json({ alg: 'HS256' })}.${body}.${'A'.repeat(342)}`, 'unsupported_algorithm'],
      [`${head}.${json({ sub: 'ada', scope: 'admin' })}.${'A'.repeat(86)}`, 'session_token'],
      [`${json({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.AAAA.AAAA.AAAA.AAAA`, 'encrypted_token'],
      ['{"payload":"e30","signatures":[{"signature":"AAAA"}]}', 'json_serialization'],
      [await signed({ tier: 'enterprise', entitlements: ALL }), 'invalid_claims'],
    ] as const) {
      await check(text);
      await says(`renewal.check.problems.${path}`);
      expectMarked();
    }
  });

  it('where it is signed with another key than those that are known', async () => {
    const keys = await Promise.all(
      [1, 2].map(async (kid) => ({ ...(await exportJWK((await generateKeyPair('EdDSA')).publicKey)), kid: `${kid}` })),
    );
    const { check } = await open({ scenario: 'expired' }, { trustedKeys: keys });
    await check(await newKey());
    await says('renewal.check.problems.unknown_key');
    expectMarked();
  });

  it('where it is too large, where no key can be used, and where the browser can verify none', async () => {
    const { check, screen } = await open(
      { scenario: 'expired' },
      { trustedKeys: [{ kty: 'OKP', crv: 'Ed25519', kid: 'alexandria-demo-2026' }] },
    );
    const data = new DataTransfer();
    data.items.add(new File(['x'.repeat(300_000)], 'license.key'));
    document.querySelector('.alx-drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await says('renewal.check.tooLarge');
    expectMarked();
    await check(await newKey());
    await says('renewal.check.problems.invalid_key');
    expectMarked();
    await screen.unmount();
    const second = await open({ scenario: 'expired' }, { trustedKeys: [{ ...demoPublicKey, kid: 'another' }] });
    const key = await newKey();
    vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(Object(undefined).subtle);
    await second.check(key.replace(/^[^.]+/, json({ alg: 'EdDSA' })));
    await says('renewal.check.problems.unverifiable');
    expectMarked();
  });

  it.each([
    ['\ufeffKEY', 'invisible-characters'],
    ['KEY\n', 'white-space'],
    ["'KEY'", 'quotes'],
    ['LICENSE_KEY=KEY', 'assignment'],
    ['license.key: KEY', 'yaml'],
    ['{"license.key":"KEY"}', 'json'],
    ['BASE64', 'base64'],
    ['Dear customer, KEY is yours', 'surroundings'],
  ])('where a key was pasted as %j', async (paste, repair) => {
    const { check } = await open({ scenario: 'expired' });
    const key = await newKey();
    await check(
      paste
        .replace('KEY"', `${key}"`)
        .replace(/KEY(?!=)/, key)
        .replace('BASE64', btoa(key)),
    );
    await says(`renewal.check.repairs.${repair}`);
    expectMarked();
  });

  it.each([
    ['nothing is known to be wrong', 'expired', { entitlements: [...ALL.slice(1), 'backend_autoscaling'] }],
    ['it expires earlier', 'active', { expiresAt: Date.now() + 2 * DAY }],
    ['it is over', 'unlicensed', { expiresAt: Date.now() - 9 * DAY, subject: undefined }],
    ['it is in grace', 'no-end', { expiresAt: Date.now() - 2 * DAY }],
    ['it starts later', 'expired', { notBefore: Date.now() + DAY }],
    ['it is never in force', 'expired', { expiresAt: Date.now() - 20 * DAY, notBefore: Date.now() + DAY }],
  ] as const)('where of a key %s', async (_, scenario, options) => {
    const { check } = await open({ scenario });
    await check(`export LICENSE_KEY="${await newKey(options)}"\n`);
    await says('renewal.check.verified');
    expectMarked();
  });

  it('where it can not be verified, and for each way to apply it', async () => {
    const { check } = await open({ scenario: 'expired' }, {});
    await check(await newKey());
    await says('renewal.check.noKeys');
    expectMarked();
    for (const method of ['secret-patch', 'helm-value', 'helm-secret', 'quadlet', 'secret']) {
      await press(`renewal.apply.methods.${method}`);
      await says(`renewal.apply.notes.${method}`);
      expectMarked();
    }
    await press('renewal.apply.sources.prompt');
    await says('renewal.apply.detail.prompt');
    expectMarked();
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    await press('renewal.copy.copy');
    await says('renewal.copy.copied');
    expectMarked();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException('denied', 'NotAllowedError'));
    await press('renewal.copy.copy');
    await says('renewal.copy.notCopied');
    expectMarked();
  });

  it('where the names of the host are none', async () => {
    await open({ scenario: 'expired' }, { names: { namespace: '-x' } });
    await says('renewal.apply.unusable');
    expectMarked();
  });

  it('while it is watched for', async () => {
    const { alexandria, check } = await open({ scenario: 'expired' });
    await check(await newKey());
    await press('renewal.watch.start');
    await says('renewal.watch.present');
    expectMarked();
    alexandria.setFault('server-error');
    await says('renewal.watch.away');
    expectMarked();
    alexandria.setFault(null);
    await alexandria.restart({ scenario: 'unlicensed' });
    await says('renewal.watch.lost');
    expectMarked();
    await alexandria.restart({ licenseKey: await newKey({ expiresAt: Date.now() - 30 * DAY }) });
    await says('renewal.watch.lapsed');
    expectMarked();
    await alexandria.restart({ licenseKey: await newKey({ tier: TIER, entitlements: ['scim', 'backend_autoscaling'] }) });
    await says('renewal.watch.renewed');
    expectMarked();
    expect(document.body.textContent).toContain('⟦renewal.watch.other:');
  });

  it('until the key comes into force', async () => {
    const { alexandria, check } = await open({ scenario: 'expired' });
    await check(await newKey({ notBefore: Date.now() + DAY }));
    await press('renewal.watch.start');
    await says('renewal.watch.present');
    await alexandria.restart({ scenario: 'unlicensed' });
    await says('renewal.watch.scheduled');
    expectMarked();
  });

  it('where the key says what is in force already', async () => {
    const licenseKey = await newKey();
    const { check } = await open({ licenseKey });
    await check(licenseKey);
    await press('renewal.watch.start');
    await says('renewal.watch.already');
    expectMarked();
  });
});

describe('of all messages', () => {
  const ELSEWHERE = new Set([
    // Stands for a state of which no part shows the word.
    'panel.states.unlicensed',
    'panel.featureStates.unknown',
    'panel.failures.forbidden',
    // Where the renewal can not be loaded.
    'panel.renewFailed',
    // After five minutes.
    'renewal.watch.nothing',
    'renewal.watch.silent',
    // In the calendar file.
    'renewal.support.expiryTitle',
    'renewal.support.expiryDetail',
    'renewal.support.graceTitle',
    'renewal.support.graceDetail',
    // Without a license there is no badge.
    'panel.states.unknown',
  ]);

  it('each was read in the tests above, or is known to be elsewhere', () => {
    expect(paths().filter((path) => !seen.has(path) && !ELSEWHERE.has(path))).toEqual([]);
  });
});
