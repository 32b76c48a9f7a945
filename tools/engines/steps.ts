import assert from 'node:assert/strict';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { isScenarioName, type ScenarioName } from '../../mocks/scenarios.js';
import type { Language } from '../../src/messages/Messages.js';
import { ar } from '../../src/messages/ar.js';
import { de } from '../../src/messages/de.js';
import { fr } from '../../src/messages/fr.js';
import { ja } from '../../src/messages/ja.js';
import type { Person } from './Person.js';
import { FOLDER, takePictures } from './pictures.js';
import type { ServedDashboard } from './serveDashboard.js';
import { focusRing, place, recordedFlips, recordFlips, remembered, surfaces, textFaults, textOf } from './inPage.js';

/** One step of the user journey, the same in every engine. `take` throws if the page shows something unexpected. */
export type Step = {
  readonly name: string;
  readonly take: (person: Person, dashboard: ServedDashboard) => Promise<void>;
};

const DAY = 86_400_000;
const LICENSE = '?page=license&controls=closed';

// The expected state, banner text (`null` for no banner) and panel text of each scenario.
const SCENARIOS: Readonly<Record<ScenarioName, readonly [state: string, banner: RegExp | null, panel: RegExp]>> = {
  active: ['active', null, /Enterprise.*Active.*Expires\s*in \d+ days/s],
  expiring: ['expiring', /^License status: Your Enterprise license expires in 5 days\./, /Expires soon.*What happens next/s],
  'last-day': ['expiring', /Your Enterprise license expires in [67] hours \((today|tomorrow)\)\./, /Expires soon/],
  grace: [
    'grace',
    /Licensed features stop in 4 days, 2[12] hours\. Your license expired 2 days ago\./,
    /Grace period.*6 features stop on .*Stopping/s,
  ],
  'grace-ending': ['grace', /Licensed features stop in \d\d minutes\. Your license expired 6 days ago\./, /Grace period/],
  expired: ['expired', /Your license expired\. 6 licensed features are off\. .* Off since/, /Expired.*6 features off since/s],
  unlicensed: ['unlicensed', null, /No license.*Requires a license/s],
  disputed: ['active', null, /Enterprise.*Active.*Expires\s*in \d+ days.*Included/s],
  unnamed: ['expired', /Your license expired\./, /features off since/],
  'no-end': ['active', null, /Doesn’t expire/],
};

const LANGUAGES: Readonly<Record<'de' | 'fr' | 'ja' | 'ar', Language>> = { de, fr, ja, ar };

/** The steps of the user journey. */
export const steps: readonly Step[] = [
  ...Object.keys(SCENARIOS)
    .filter(isScenarioName)
    .map(
      (scenario): Step => ({
        name: `${scenario}: shows its state and texts`,
        async take(person, { alexandria }) {
          const [state, banner, panel] = SCENARIOS[scenario];
          await alexandria.restart({ scenario });
          await person.open(LICENSE);
          const sight = await person.sees(({ freshness, state: shown }) => freshness === 'fresh' && shown === state);
          assert.match(sight.panel, panel);
          assert.equal(sight.banner?.state ?? null, banner && state);
          if (banner) assert.match(sight.banner?.words ?? '', banner);
        },
      }),
    ),
  { name: 'the state changes on time, before the next request', take: flip },
  { name: 'a 402 raises a notice, and the core API keeps working', take: notice },
  { name: 'a 402 despite a valid license is shown as disputed', take: dispute },
  { name: 'a gate replaces a feature that is off', take: gate },
  { name: 'a member sees a neutral notice, and no license is fetched', take: member },
  { name: 'a renewal works from the pasted key to “Renewed until …”', take: renew },
  ...Object.entries(LANGUAGES).map(
    ([lang, { banner, panel }]): Step => ({
      name: `${lang}: shows translated texts`,
      async take(person, { alexandria }) {
        await alexandria.restart({ scenario: 'grace' });
        await person.open(`${LICENSE}&lang=${lang}`);
        const sight = await person.sees(({ freshness, panel: words }) => freshness === 'fresh' && words !== '');
        assert.ok(sight.panel.includes(panel.states.grace), sight.panel);
        assert.ok(sight.banner?.words.startsWith(`${banner.region}: `), sight.banner?.words);
      },
    }),
  ),
  { name: 'a right-to-left layout is mirrored', take: mirror },
  { name: 'a reload shows the remembered state before the response', take: remember },
  { name: 'sign-out removes the license, the banner and the remembered state', take: signOut },
  { name: 'the keyboard focus has a ring', take: ring },
  { name: 'light and dark themes differ', take: themes },
  ...(['en', 'de', 'fr', 'ja', 'ar'] as const).flatMap((lang) =>
    [320, 1_280].map((width): Step => ({ name: `${lang}, ${width} px: panel and renewal fit`, take: fits(lang, width) })),
  ),
  { name: `pictures, in ${FOLDER}/`, take: takePictures },
];

async function flip(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'last-day' });
  await person.open(LICENSE);
  await person.sees(({ state }) => state === 'expiring');
  await person.call(recordFlips);
  try {
    // The page derives the server time from this check. The next check follows within a minute.
    alexandria.setNow(Date.parse(alexandria.licenseBody().expires_at ?? '') - 12_000);
    await person.click('button', 'Check now');
    const sight = await person.sees(({ state }) => state === 'grace');
    assert.match(sight.banner?.words ?? '', /Your license expired just now\./);
    assert.deepEqual(await person.call(recordedFlips), [{ state: 'grace', asked: 1 }]);
  } finally {
    alexandria.setNow(Date.now());
  }
}

async function notice(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'expired' });
  await person.open('?page=directory&controls=closed');
  const { notices, page } = await person.sees((sight) => sight.notices.length > 0 && sight.notices[0]?.reason === 'lapsed');
  assert.deepEqual(
    notices.map(({ entitlement, reason }) => [entitlement, reason]),
    [['scim', 'lapsed']],
  );
  assert.match(notices[0]?.words ?? '', /^SCIM provisioning is off.*its grace period ended on/s);
  assert.match(page, /The API answered 402\./);
  await person.click('link', 'Overview');
  await person.sees((sight) => sight.page.includes('llama-3.3-70b'));
  await person.click('button', 'Dismiss: SCIM provisioning is off');
  await person.sees((sight) => sight.notices.length === 0);
}

async function dispute(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'disputed' });
  await person.open('?page=directory&controls=closed');
  const { notices, banner } = await person.sees((sight) => sight.notices[0]?.reason === 'disputed');
  assert.match(notices[0]?.words ?? '', /^SCIM provisioning is licensed but was refused.*the API refused the request/s);
  assert.equal(banner, null);
}

async function gate(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'unlicensed' });
  await person.open('?page=secrets&controls=closed');
  const { notices, page } = await person.sees((sight) => sight.notices.length > 0 && sight.notices[0]?.reason === 'no-license');
  assert.equal(notices.length, 1);
  assert.match(page, /Vault secrets backend requires a license/);
  assert.doesNotMatch(page, /Vault mounts/);
}

async function member(person: Person, { alexandria, signIn }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'expired' });
  const asked = alexandria.requestCount();
  signIn('member');
  try {
    await person.open('?page=tenants&role=member&controls=closed');
    const { notices, banner } = await person.sees((sight) => sight.notices.length > 0);
    assert.match(notices[0]?.words ?? '', /Ask your administrator/);
    assert.doesNotMatch(notices[0]?.words ?? '', /licen[cs]e|grace/i);
    assert.equal(banner, null);
    assert.equal(alexandria.requestCount(), asked);
  } finally {
    signIn('admin');
  }
}

async function renew(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  const watch = (state: string) => person.reads(`[data-license-watch="${state}"]`);
  await alexandria.restart({ scenario: 'expired' });
  const licenseKey = await mintLicenseKey({ expiresAt: Date.now() + 365 * DAY });
  await person.open('?page=tenants&controls=closed');
  await person.sees((sight) => sight.notices.length === 1 && sight.banner !== null);
  await person.click('link', 'License');
  await person.click('button', 'Renew license');
  await person.click('button', 'I have a key');
  await person.paste(`${licenseKey}\n`, 'textbox', 'License key');
  assert.match(await person.reads('.alx-good'), /^Signature verified\./);
  assert.match(await person.call(textOf, '.alx-compare'), /Status today\s*Active/);
  assert.equal(await person.call(textOf, 'textarea.alx-key'), '');

  await person.click('button', 'Continue');
  await person.click('button', 'Copy commands');
  await person.sees(({ panel }) => panel.includes('Copied'));
  assert.equal(await person.pasted(), await person.call(textOf, '.alx-command code'));

  await person.click('button', 'Start checking');
  await watch('present');
  alexandria.setFault('server-error');
  await watch('away');
  await alexandria.restart({ licenseKey });
  alexandria.setFault(null);
  assert.match(await watch('renewed'), /^Renewed until \w+ \w+,? \d{4}/);
  await person.sees((sight) => sight.state === 'active' && sight.banner === null && sight.notices.length === 0);
  await person.click('button', 'Done');
  await person.sees(({ panel }) => !panel.includes('Confirm the renewal'));
  await person.click('link', 'Tenants');
  await person.sees(({ page }) => page.includes('acme'));
}

async function mirror(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'grace' });
  await person.open(`${LICENSE}&dir=ltr`);
  await person.sees(({ freshness }) => freshness === 'fresh');
  const left = await person.call(place);
  await person.open(`${LICENSE}&lang=ar`);
  await person.sees(({ freshness, banner }) => freshness === 'fresh' && banner !== null);
  const right = await person.call(place);
  assert.deepEqual([left.direction, right.direction], ['ltr', 'rtl']);
  assert.deepEqual(left.indents, ['30px', '0px']);
  assert.deepEqual(right.indents, ['0px', '30px']);
  assert.deepEqual(left.banner, ['svg', 'span', 'div']);
  assert.deepEqual(right.banner.toReversed(), left.banner);
  assert.deepEqual(left.milestones, ['break', 'date', 'today', 'date']);
  assert.deepEqual(right.milestones.toReversed(), left.milestones);
}

async function remember(person: Person, { alexandria, hold }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'grace' });
  await person.open(LICENSE);
  await person.sees(({ banner }) => banner?.freshness === 'fresh');
  const release = hold();
  try {
    await person.reload();
    const { banner } = await person.sees((sight) => sight.banner !== null);
    assert.equal(banner?.freshness, 'pending');
    assert.match(banner?.words ?? '', /Your license’s grace period began on .*\. As of your last visit\. Checking now…/);
  } finally {
    release();
  }
  const { banner } = await person.sees((sight) => sight.banner?.freshness === 'fresh');
  assert.match(banner?.words ?? '', /Your license expired 2 days ago\./);
}

// A second user in the same browser. Changing the role creates another client, as a second user of the same browser does.
async function signOut(person: Person, { alexandria, hold, signIn }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'grace' });
  await person.open('?page=license&controls=open');
  await person.sees(({ banner }) => banner?.freshness === 'fresh');
  assert.notDeepEqual(await person.call(remembered), []);
  const release = hold();
  try {
    signIn('member');
    await person.choose('Role', 'member');
    const { panel } = await person.sees(({ banner }) => banner === null);
    assert.match(panel, /^Only administrators can see license details/);
    assert.deepEqual(await person.call(remembered), []);
    signIn('admin');
    await person.choose('Role', 'admin');
    const sight = await person.sees(({ freshness, panel: words }) => freshness === 'pending' && words.includes('Check now'));
    assert.deepEqual([sight.state, sight.banner], ['unknown', null]);
  } finally {
    signIn('admin');
    release();
  }
}

async function ring(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'grace' });
  await person.open(`${LICENSE}&theme=light`);
  await person.sees(({ banner }) => banner?.freshness === 'fresh');
  let seen: string | null = null;
  for (let pressed = 0; pressed < 10 && seen === null; pressed += 1) {
    await person.press('Tab');
    seen = await person.call(focusRing);
  }
  assert.equal(seen, 'solid 2px rgb(36, 86, 214)');
}

async function themes(person: Person, { alexandria }: ServedDashboard): Promise<void> {
  await alexandria.restart({ scenario: 'grace' });
  const painted = async (theme: string) => {
    await person.open(`${LICENSE}&theme=${theme}`);
    await person.sees(({ banner }) => banner?.freshness === 'fresh');
    return person.call(surfaces);
  };
  assert.deepEqual(await painted('light'), ['rgb(254, 234, 222)', 'rgb(255, 255, 255)']);
  assert.deepEqual(await painted('dark'), ['rgb(51, 32, 15)', 'rgb(24, 27, 33)']);
}

function fits(lang: string, width: number): Step['take'] {
  return async (person, { alexandria }) => {
    await alexandria.restart({ scenario: 'expired' });
    await person.openFramed(`${LICENSE}&lang=${lang}`, width);
    await person.sees(({ freshness }) => freshness === 'fresh');
    for (const step of [1, 2, 3, 4]) {
      await person.show(step);
      assert.deepEqual(await person.call(textFaults), [], `step ${step}`);
    }
  };
}
