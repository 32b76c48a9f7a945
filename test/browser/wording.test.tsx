import { ENTITLEMENTS } from '../../src/license/entitlements.js';
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoPrivateKey, demoPublicKey } from '../../mocks/demoKey.js';
import { faults } from '../../mocks/faults.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { EntitlementGate, LicenseBanner, LicensePanel, PaymentRequiredNotice, type RenewalOptions } from '../../src/index.js';
import { markedMessages, paths, unmarked, wordsOnThePage } from '../support/markedMessages.js';
import { answerLicense, letTenantsWork, notices, part, refuseTenants, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ALL = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];
const CUSTOMER = 'Acme GmbH';
const TIER = 'team';
const seen = new Set<string>();

/** Expects every text on the page to come from a marked message, also in folded steps. Collects the paths of the visible ones in `seen`. */
function expectMarked(): void {
  const data = [CUSTOMER, TIER, ...formatted()];
  collect(wordsOnThePage(data, true));
  const words = wordsOnThePage(data);
  expect(words.map((text) => [unmarked(text), text]).filter(([rest]) => rest !== '')).toEqual([]);
  expect(words.length).toBeGreaterThan(0);
}

/** Adds the paths of marked messages to `seen`. */
function collect(words: readonly string[]): void {
  for (const text of words) for (const [, path] of text.matchAll(/⟦([\w.-]+):/g)) seen.add(path ?? '');
}

const DAY_MONTH_YEAR = String.raw`\d+ \w+ \d{4}`;
const TIME_OF_DAY = String.raw`\d\d:\d\d [A-Z]{2,5}([+-][\d:]+)?`;

// Returns the texts of elements that contain only a date, a distance in days or minutes, or the number of a step. `Intl` creates these, not a message.
function formatted(): string[] {
  const textsOf = (selector: string, pattern: RegExp) =>
    Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent).filter((text) => pattern.test(text));
  return [
    ...textsOf('bdi', new RegExp(`^(${DAY_MONTH_YEAR}|${TIME_OF_DAY}|${DAY_MONTH_YEAR}, ${TIME_OF_DAY})$`)),
    ...textsOf('.alx-dates strong', /^(in \d+ (days|minutes?)|\d+ (days|minutes?) ago)$/),
    ...textsOf('.alx-milestone b', /^\d+ \w+$/),
    ...textsOf('.alx-step-mark', /^[1-4]$/),
  ];
}

const DOCS = Object.fromEntries(ENTITLEMENTS.map((id) => [id, `/docs/${id}`]));
const show = (setup: Parameters<typeof renderDashboard>[0] = {}) =>
  renderDashboard({
    messages: markedMessages,
    licenseHref: '/license',
    contactHref: '/contact',
    askHref: '/ask',
    entitlementDocs: DOCS,
    ...setup,
  });
const settled = (freshness: string) => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe(freshness);
const supportIsShown = () => expect.poll(() => document.body.textContent).toContain('⟦renewal.support.copy');
const press = async (path: string) => {
  const buttons = [...document.querySelectorAll<HTMLElement>('button, label, input[type="radio"]')];
  const button = buttons.find((each) => each.checkVisibility() && each.textContent.startsWith(`⟦${path}:`));
  if (!button) throw new Error(`There is no visible button ${path}.`);
  button.click();
};
// Waits until the message is visible. A message in a folded step is not.
const waitForMessage = (path: string) =>
  expect.poll(() => wordsOnThePage([], true).join(), { timeout: 8_000, message: path }).toContain(`⟦${path}:`);

afterEach(() => vi.restoreAllMocks());

describe('without hard-coded text', () => {
  it.each(['active', 'expiring', 'last-day', 'grace', 'grace-ending', 'expired', 'unlicensed', 'no-end'] as const)(
    'banner and panel use only messages in the scenario %s',
    async (scenario) => {
      await show({ scenario });
      expectMarked();
      await settled('fresh');
      await supportIsShown();
      expectMarked();
    },
  );

  it.each(['html-login', 'unauthorized', 'forbidden', 'not-found', 'rate-limited', 'server-error'] as const)(
    'the page uses only messages during and after a check that fails with %s',
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

  it('the page uses only messages if no check has succeeded', async () => {
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

  it('the panel uses only messages if the clocks differ', async () => {
    const body = { tier: 'enterprise', entitlements: ['oidc'], days_remaining: 20, grace_remaining_seconds: 0 };
    const expires = (away: number) => new Date(Date.now() + away).toISOString();
    const dated = { headers: { date: new Date().toUTCString() } };
    await show({ answer: () => Response.json({ ...body, expires_at: expires(400 * DAY) }, dated) });
    await waitForMessage('panel.clockOff');
    expectMarked();
  });

  it('the banner uses only messages while it is collapsed, stored or renewed', async () => {
    const first = await show({ scenario: 'grace' });
    await settled('fresh');
    await press('banner.collapse');
    await waitForMessage('banner.expand');
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
    await waitForMessage('banner.renewed');
    expectMarked();
  });

  it.each([
    ['day', 3 * DAY],
    ['hour', 5 * HOUR],
    ['expiry', HOUR / 2],
  ])('the banner uses only messages after a snooze of the length %s', async (snooze, expiresIn) => {
    await show({ licenseKey: await mintLicenseKey({ expiresAt: Date.now() + expiresIn, entitlements: ALL }) });
    await settled('fresh');
    await press(`banner.snooze.${snooze}`);
    await waitForMessage(`banner.snoozed.${snooze}`);
    expectMarked();
  });

  it.each([
    ['expiring', 3 * DAY],
    ['grace', -2 * DAY],
    ['expired', -9 * DAY],
  ])('banner and panel use only messages for a license without features in the state %s', async (state, expiresIn) => {
    await show({ licenseKey: await mintLicenseKey({ expiresAt: Date.now() + expiresIn, entitlements: [] }) });
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe(state);
    expectMarked();
  });

  it('banner and panel use only messages for an early reminder, before and after it begins', async () => {
    const early = async (days: number) =>
      show({ licenseKey: await mintLicenseKey({ expiresAt: Date.now() + days * DAY, entitlements: ALL }), remindDaysBefore: 30 });
    const { screen } = await early(60);
    await waitForMessage('panel.timelineEarly');
    expectMarked();
    await screen.unmount();
    await early(20);
    await waitForMessage('banner.earlyDetail');
    expectMarked();
    await press('banner.snooze.week');
    await waitForMessage('banner.snoozed.week');
    expectMarked();
  });

  it('the banner uses only messages if a clock jump replaces countdowns with dates', async () => {
    for (const scenario of ['expiring', 'grace'] as const) {
      const { screen } = await show({ scenario });
      await settled('fresh');
      answerLicense(() => new Promise(() => undefined));
      const now = Date.now();
      vi.spyOn(Date, 'now').mockReturnValue(now + DAY);
      window.dispatchEvent(new Event('focus'));
      await waitForMessage(`banner.${scenario}LeadByDate`);
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
  ] as const)('a notice uses only messages in the scenario %s after a request to %s', async (scenario, path, notice) => {
    const { ask } = await show({ scenario });
    await settled('fresh');
    await ask(path);
    await expect.poll(notices).toEqual([notice]);
    await expect.poll(() => document.querySelector('[data-license-announcer="notices"]')?.textContent).not.toBe('');
    expectMarked();
  });

  it('notices use only messages for members, in a stack, and when features work again', async () => {
    const member = await show({ scenario: 'expired', role: 'member', session: 'member' });
    await member.ask('/admin/audit/export');
    await expect.poll(notices).toEqual(['audit_export unknown']);
    expectMarked();
    await member.screen.unmount();

    const { ask, alexandria } = await show({ scenario: 'expired' });
    await settled('fresh');
    await ask('/admin/tenants');
    await ask('/scim/v2/Users');
    await waitForMessage('notice.more');
    expectMarked();
    await press('notice.more');
    await waitForMessage('notice.fold');
    expectMarked();
    letTenantsWork();
    await ask('/admin/tenants');
    await waitForMessage('notice.worksAgain');
    expectMarked();
    await alexandria.restart({ scenario: 'unlicensed' });
    await press('panel.checkNow');
    await expect.poll(notices).toEqual(['scim no-license']);
    await alexandria.restart({ scenario: 'active' });
    await press('panel.checkNow');
    await waitForMessage('notice.licensed');
    expectMarked();
  });

  it('gates use only messages', async () => {
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

  it('banner and panel use only messages in the last minute and with many features', async () => {
    const many = [...ALL, 'backend_autoscaling', 'a', 'b', 'c', 'd', 'e', 'f'];
    for (const expiresIn of [30_000, 30_000 - 7 * DAY]) {
      const licenseKey = await mintLicenseKey({ expiresAt: Date.now() + expiresIn, entitlements: many });
      const { screen } = await show({ licenseKey });
      await settled('fresh');
      expectMarked();
      const filter = screen.getByRole('searchbox');
      await filter.fill('scim');
      await waitForMessage('panel.filter.matches');
      expectMarked();
      await filter.fill('nothing');
      await waitForMessage('panel.filter.none');
      expectMarked();
      await screen.unmount();
    }
  });
});

describe('the renewal', () => {
  async function open(setup: NonNullable<Parameters<typeof show>[0]>, renewal: RenewalOptions = { trustedKeys: [demoPublicKey] }) {
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
    await waitForMessage('renewal.get.title');
    expectMarked();
    await press('renewal.get.next');
    await waitForMessage('renewal.check.title');
    const field = dashboard.screen.getByLabelText(/renewal\.check\.label/);
    const check = async (text: string) => {
      await field.fill(text);
      await press('renewal.check.action');
    };
    return { ...dashboard, check };
  }
  /** Opens a folded step. */
  const showStep = async (step: 'get' | 'check' | 'apply' | 'watch') => {
    const items = [...document.querySelectorAll('.alx-steps > li')];
    const item = items.find((each) => each.textContent.includes(`⟦renewal.${step}.title:`));
    const button = item?.querySelector('button');
    expect(button?.textContent).toMatch(/^⟦renewal\.show:/);
    button?.click();
    await expect.poll(() => item?.getAttribute('aria-current')).toBe('step');
    expectMarked();
  };
  const startWatching = async () => {
    await showStep('apply');
    await press('renewal.watch.start');
  };
  const json = (value: unknown) => btoa(JSON.stringify(value)).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  const signed = async (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(await importJWK(demoPrivateKey, 'EdDSA'));
  const newKey = (more: object = {}) => mintLicenseKey({ expiresAt: Date.now() + 365 * DAY, subject: CUSTOMER, ...more });

  it('uses only messages for every error of a key', async () => {
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
      await waitForMessage(`renewal.check.problems.${path}`);
      expectMarked();
    }
    await showStep('apply');
    await waitForMessage('renewal.apply.refused');
    expectMarked();
  });

  it('uses only messages for the request of a key', async () => {
    await open({ scenario: 'grace', contactHref: 'sales@a.example' });
    await showStep('get');
    const link = document.querySelector<HTMLAnchorElement>('.alx-steps a[href^="mailto:"]');
    expect(link?.textContent).toMatch(/^⟦renewal\.get\.contact:/);
    const mail = new URL(link?.href ?? '');
    expect(mail.pathname).toBe('sales@a.example');
    // The support details follow after an empty line.
    const words = [mail.searchParams.get('subject') ?? '', mail.searchParams.get('body')?.split('\r\n\r\n')[0] ?? ''];
    expect(words).toEqual([expect.stringMatching(/^⟦renewal\.get\.mailSubject:/), expect.stringMatching(/^⟦renewal\.get\.mailBody:/)]);
    expect(words.map(unmarked)).toEqual(['', '']);
    collect(words);
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press('renewal.get.share');
    await waitForMessage('renewal.copy.copied');
    expectMarked();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied', 'NotAllowedError'));
    await press('renewal.support.copy');
    await waitForMessage('renewal.copy.notCopied');
    expectMarked();
  });

  it('uses only messages while it checks a key', async () => {
    const { check } = await open({ scenario: 'expired' });
    const verify = crypto.subtle.verify.bind(crypto.subtle);
    let resume: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      resume = resolve;
    });
    vi.spyOn(crypto.subtle, 'verify').mockImplementationOnce((...given) => held.then(() => verify(...given)));
    await check(await newKey());
    await waitForMessage('renewal.check.checking');
    expectMarked();
    resume();
    await waitForMessage('renewal.check.verified');
  });

  it('uses only messages for a key with an unknown signing key', async () => {
    const keys = await Promise.all(
      [1, 2].map(async (kid) => ({ ...(await exportJWK((await generateKeyPair('EdDSA')).publicKey)), kid: `${kid}` })),
    );
    const { check } = await open({ scenario: 'expired' }, { trustedKeys: keys });
    await check(await newKey());
    await waitForMessage('renewal.check.problems.unknown_key');
    expectMarked();
  });

  it('uses only messages for a large file, an invalid public key, and a browser that cannot verify', async () => {
    const { check, screen } = await open(
      { scenario: 'expired' },
      { trustedKeys: [{ kty: 'OKP', crv: 'Ed25519', kid: 'alexandria-demo-2026' }] },
    );
    const data = new DataTransfer();
    data.items.add(new File(['x'.repeat(300_000)], 'license.key'));
    document.querySelector('.alx-drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await waitForMessage('renewal.check.tooLarge');
    expectMarked();
    await check(await newKey());
    await waitForMessage('renewal.check.problems.invalid_key');
    expectMarked();
    await screen.unmount();
    const second = await open({ scenario: 'expired' }, { trustedKeys: [{ ...demoPublicKey, kid: 'another' }] });
    const key = await newKey();
    vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(Object(undefined).subtle);
    await second.check(key.replace(/^[^.]+/, json({ alg: 'EdDSA' })));
    await waitForMessage('renewal.check.problems.unverifiable');
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
    ['MARKDOWN', 'markdown'],
    ['DASHES', 'dashes'],
  ])('uses only messages for a key that is pasted as %j', async (paste, repair) => {
    const { check } = await open({ scenario: 'expired' });
    let key = '';
    // Only a key with a hyphen can have its hyphens replaced.
    for (let days = 365; !key.includes('-'); days += 1) key = await newKey({ expiresAt: Date.now() + days * DAY });
    await check(
      paste
        .replace('KEY"', `${key}"`)
        .replace(/KEY(?!=)/, key)
        .replace('BASE64', btoa(key))
        .replace('MARKDOWN', () => key.replace(/[-_.]/g, '\\$&'))
        .replace('DASHES', key.replaceAll('-', '\u2013')),
    );
    await waitForMessage(`renewal.check.repairs.${repair}`);
    expectMarked();
  });

  it.each([
    ['nothing is known to be wrong', 'expired', { entitlements: [...ALL.slice(1), 'backend_autoscaling'] }],
    ['it expires earlier', 'active', { expiresAt: Date.now() + 2 * DAY }],
    ['it is over', 'unlicensed', { expiresAt: Date.now() - 9 * DAY, subject: undefined }],
    ['it is in grace', 'no-end', { expiresAt: Date.now() - 2 * DAY }],
    ['it starts later', 'expired', { notBefore: Date.now() + DAY }],
    ['it is never in force', 'expired', { expiresAt: Date.now() - 20 * DAY, notBefore: Date.now() + DAY }],
  ] as const)('uses only messages for a verified key if %s', async (_, scenario, options) => {
    const { check } = await open({ scenario });
    await check(`export LICENSE_KEY="${await newKey(options)}"\n`);
    await waitForMessage('renewal.check.verified');
    expectMarked();
    await press('renewal.check.next');
    // The result of the folded step.
    await waitForMessage('renewal.check.summary');
    expectMarked();
  });

  it('uses only messages for a key that cannot be verified, and for each way to apply it', async () => {
    const { check } = await open({ scenario: 'expired' }, {});
    await check(await newKey());
    await waitForMessage('renewal.check.noKeys');
    expectMarked();
    await press('renewal.check.next');
    await waitForMessage('renewal.check.summary');
    await waitForMessage('renewal.apply.recommended');
    expectMarked();
    await press('renewal.apply.showAll');
    expectMarked();
    for (const [platform, variant] of [
      ['kubernetes', 'secret-patch'],
      ['helm', 'helm-value'],
      ['helm', 'helm-secret'],
      ['quadlet', null],
      ['kubernetes', 'secret'],
    ] as const) {
      await press(`renewal.apply.methods.${platform}`);
      await waitForMessage(`renewal.apply.facts.${platform}`);
      if (variant !== null) await press(`renewal.apply.variants.${variant}`);
      await waitForMessage(`renewal.apply.notes.${variant ?? platform}`);
      expectMarked();
    }
    // The summaries of the folded step: with the kind of commands, and for a platform with one kind only.
    await showStep('watch');
    await waitForMessage('renewal.apply.summary');
    await showStep('apply');
    await press('renewal.apply.methods.quadlet');
    await showStep('watch');
    await waitForMessage('renewal.apply.methods.quadlet');
    await showStep('apply');
    await press('renewal.apply.methods.kubernetes');
    await press('renewal.apply.sources.prompt');
    await waitForMessage('renewal.apply.detail.prompt');
    expectMarked();
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    await press('renewal.copy.copy');
    await waitForMessage('renewal.copy.copied');
    expectMarked();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException('denied', 'NotAllowedError'));
    await press('renewal.copy.copy');
    await waitForMessage('renewal.copy.notCopied');
    expectMarked();
  });

  it('uses only messages for invalid names from the app', async () => {
    await open({ scenario: 'expired' }, { names: { namespace: '-x' } });
    await showStep('apply');
    await waitForMessage('renewal.apply.unusable');
    expectMarked();
  });

  it('adds only messages to the instructions of the app', async () => {
    const instructions = { title: '⟦app.title: Argo CD⟧', text: '⟦app.text: Commit the key.⟧', command: 'git push\n'.repeat(20) };
    await open({ scenario: 'expired' }, { methods: ['helm'], instructions });
    await showStep('apply');
    await waitForMessage('renewal.apply.facts.helm');
    await press('app.title');
    await waitForMessage('app.text');
    await waitForMessage('renewal.apply.showAll');
    expectMarked();
    await showStep('watch');
    await waitForMessage('app.title');
  });

  it('uses only messages while it watches for the new license', async () => {
    const { alexandria, check } = await open({ scenario: 'expired' });
    await check(await newKey());
    await waitForMessage('renewal.check.next');
    await press('renewal.check.next');
    await press('renewal.watch.start');
    await waitForMessage('renewal.watch.present');
    await waitForMessage('renewal.watch.elapsed');
    await waitForMessage('renewal.watch.stop');
    expectMarked();
    alexandria.setFault('server-error');
    await waitForMessage('renewal.watch.away');
    expectMarked();
    alexandria.setFault(null);
    await alexandria.restart({ scenario: 'unlicensed' });
    await waitForMessage('renewal.watch.lost');
    expectMarked();
    await alexandria.restart({ licenseKey: await newKey({ expiresAt: Date.now() - 30 * DAY }) });
    await waitForMessage('renewal.watch.lapsed');
    expectMarked();
    await alexandria.restart({ licenseKey: await newKey({ tier: TIER, entitlements: ['scim', 'backend_autoscaling'] }) });
    await waitForMessage('renewal.watch.renewed');
    expectMarked();
    for (const path of ['other', 'deleteKey', 'done', 'again']) await waitForMessage(`renewal.watch.${path}`);
    await press('renewal.watch.again');
    await waitForMessage('renewal.watch.present');
    expectMarked();
    await alexandria.restart({ licenseKey: await newKey({ tier: TIER, entitlements: ['oidc'] }) });
    await waitForMessage('renewal.watch.renewed');
    await press('renewal.watch.done');
    await waitForMessage('panel.renew');
    expect(document.querySelector('.alx-steps')).toBeNull();
    expectMarked();
  });

  it('uses only messages while the key is not in force yet', async () => {
    const { alexandria, check } = await open({ scenario: 'expired' });
    await check(await newKey({ notBefore: Date.now() + DAY }));
    await startWatching();
    await waitForMessage('renewal.watch.present');
    await alexandria.restart({ scenario: 'unlicensed' });
    await waitForMessage('renewal.watch.scheduled');
    expectMarked();
  });

  it('uses only messages for a key that equals the current license', async () => {
    const licenseKey = await newKey();
    const { check } = await open({ licenseKey });
    await check(licenseKey);
    await waitForMessage('renewal.compare.warnings.same-license');
    expectMarked();
    await startWatching();
    await waitForMessage('renewal.watch.already');
    expectMarked();
  });
});

describe('every message', () => {
  const ELSEWHERE = new Set([
    // States that no part shows in words.
    'panel.states.unlicensed',
    'panel.featureStates.unknown',
    // Shown until the renewal has loaded. test/e2e/liveRegions.test.ts reads it.
    'panel.renewLoading',
    // Shown if the renewal fails to load.
    'panel.renewFailed',
    // Shown after five minutes.
    'renewal.watch.nothing',
    'renewal.watch.nothingUnlicensed',
    // test/browser/renewalWatch.test.tsx waits for it.
    'renewal.watch.presentUnlicensed',
    'renewal.watch.silent',
    // Used in the calendar file.
    'renewal.support.expiryTitle',
    'renewal.support.expiryDetail',
    'renewal.support.graceTitle',
    'renewal.support.graceDetail',
    // There is no badge without a license.
    'panel.states.unknown',
  ]);

  it('appears in a test above, or is listed as an exception', () => {
    expect(paths().filter((path) => !seen.has(path) && !ELSEWHERE.has(path))).toEqual([]);
  });
});
