import { afterEach, describe, expect, it } from 'vitest';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import css from '../../src/styles/styles.css?inline';
import layered from '../../src/styles/styles.layer.css?inline';
import { EntitlementGate, LicenseBanner, LicensePanel, PaymentRequiredNotice } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

const added: HTMLStyleElement[] = [];
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
  document.documentElement.removeAttribute('class');
  document.documentElement.removeAttribute('data-theme');
});

function addStyles(text: string, where: 'first' | 'last'): HTMLStyleElement {
  const element = document.createElement('style');
  element.textContent = text;
  if (where === 'first') document.head.prepend(element);
  else document.head.append(element);
  added.push(element);
  return element;
}

// Matches the selectors of the package: they start at a part, at an `alx-` class, or at a part below the app's theme.
const OURS =
  /^(:where\()?(\[data-license-|\.alx-|:where\(\[data-license-part|(:where\()?(:where\(\.(dark|light), \[data-theme="(dark|light)"\]\)) \[data-license-part\])/;

describe.each([
  ['styles.css', css],
  ['styles.layer.css', layered],
])('%s', (_, text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);

  it('has no selector that matches elements of the app, and prefixes every global name', () => {
    const rules = allRules(sheet.cssRules);
    expect(rules.length).toBeGreaterThan(90);
    expect(rules.flatMap(findLeaks)).toEqual([]);
  });

  it('does not change an app page with all elements, themes and the same attribute names', () => {
    // A frame, because it contains no other stylesheet.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentDocument;
    if (page === null) throw new Error('The frame has no document.');
    page.body.innerHTML = HOST_PAGE;
    const before = computedStyles(page.body);
    const style = page.createElement('style');
    style.textContent = text;
    page.head.append(style);
    const after = computedStyles(page.body);
    frame.remove();
    expect(before.size).toBeGreaterThan(150);
    expect(differences(before, after)).toEqual([]);
  });
});

// Resets that apps load before their own styles.
const RESETS = {
  '* { all: unset }': '* { all: unset }',
  'The New CSS Reset': `*:where(:not(html, iframe, canvas, img, svg, video, audio):not(svg *, symbol *)) { all: unset; display: revert; }
    *, *::before, *::after { box-sizing: border-box; } a, button { cursor: revert; } ol, ul, menu, summary { list-style: none; }
    table { border-collapse: collapse; } input, textarea { -webkit-user-select: auto; }`,
  'a page of elements': `section { padding: 4rem; } section p, li p { margin: 2rem; color: red; } h2, h3, h4 { font: 700 3rem fantasy; letter-spacing: 1em; }
    ul li { list-style: square; margin: 1rem; } svg { display: block; vertical-align: middle; } button { text-transform: uppercase; border-radius: 0; }
    table td { border: 3px solid red; } label { display: block; margin: 1em; } input, textarea { width: 100%; } code { background: pink; } strong { color: blue; }`,
  'rules for sections and headers': `section, header { margin: 3rem; padding: 2rem; max-width: 20rem; background: navy; border: 5px solid; color: white;
    text-transform: uppercase; letter-spacing: 3px; text-align: center; font-style: italic; line-height: 3; opacity: 0.5; white-space: nowrap; }`,
};

describe('a root font size of the app', () => {
  it('of 62.5 % keeps text readable and the panel as high as before', async () => {
    await renderDashboard({ scenario: 'expired', children: <LicensePanel /> });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    const panel = part('panel') ?? document.body;
    const sizes = () => Array.from(panel.querySelectorAll('*'), (element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const height = panel.clientHeight;
    addStyles('html { font-size: 62.5% }', 'last');
    expect(Math.min(...sizes())).toBeGreaterThanOrEqual(12);
    expect(panel.clientHeight).toBe(height);
    addStyles('html { font-size: 32px }', 'last');
    expect(Math.min(...sizes())).toBeGreaterThanOrEqual(25);
  });
});

describe('a CSS reset of the app', () => {
  it.each(Object.entries(RESETS).flatMap(([name, reset]) => [[name, 'before', reset] as const, [name, 'after', reset] as const]))(
    '“%s”, loaded %s the stylesheet, changes nothing inside the parts',
    async (_, where, reset) => {
      // Resets may change the elements around the parts, which pass on font and colour.
      // Unset them first, so that both measurements inherit the same values.
      addStyles('html, body, body > div { all: unset !important; display: block !important; } head { display: none !important; }', 'last');
      const { screen, ask } = await renderDashboard({
        scenario: 'expired',
        licenseHref: '/license',
        children: (
          <>
            <LicenseBanner />
            <LicensePanel renewal={{ trustedKeys: [demoPublicKey] }} />
            <PaymentRequiredNotice />
            <EntitlementGate entitlement="scim">Users</EntitlementGate>
          </>
        ),
      });
      await screen.getByRole('button', { name: 'Renew license' }).click();
      await expect.element(screen.getByRole('button', { name: 'I have a key' })).toBeVisible();
      await expect.element(screen.getByRole('button', { name: 'Copy support details' }).last()).toBeVisible();
      await ask('/admin/audit/export');
      await expect.poll(() => part('notices')).not.toBeNull();
      const expectNoChange = async (step: string) => {
        await expect.element(screen.getByRole('heading', { name: step })).toBeVisible();
        expect(document.querySelector('[aria-current="step"]')?.textContent).toContain(step);
        await Promise.all(document.getAnimations().map(({ finished }) => finished));
        const before = roots().map(computedStyles);
        const style = addStyles(reset, where === 'before' ? 'first' : 'last');
        const after = roots().map(computedStyles);
        style.remove();
        expect(before.length).toBe(4);
        expect(before.flatMap((styles, index) => differences(styles, after[index] ?? new Map()))).toEqual([]);
      };
      await expectNoChange('Get a new license key');
      await screen.getByRole('button', { name: 'I have a key' }).click();
      await screen.getByLabelText('License key', { exact: true }).fill(await mintLicenseKey({ expiresAt: Date.now() + 365 * 86_400_000 }));
      await screen.getByRole('button', { name: 'Check key' }).click();
      await expect.element(screen.getByText('Signature verified.')).toBeVisible();
      await expectNoChange('Check the key');
      await screen.getByRole('button', { name: 'Continue' }).click();
      await expectNoChange('Apply the key');
      await screen.getByRole('button', { name: 'Show Confirm the renewal' }).click();
      await expectNoChange('Confirm the renewal');
    },
  );
});

describe('the colour scheme', () => {
  const scheme = () => part('panel') && getComputedStyle(part('panel') ?? document.body).colorScheme;

  it.each([
    ['the system', {}, 'light dark'],
    ['.dark', { class: 'dark' }, 'dark'],
    ['.light', { class: 'light' }, 'light'],
    ['[data-theme=dark]', { 'data-theme': 'dark' }, 'dark'],
    ['[data-theme=light]', { 'data-theme': 'light' }, 'light'],
  ])('follows %s, with and without a reset', async (_, attributes, expected) => {
    await renderDashboard({ scenario: 'active' });
    await expect.poll(scheme).not.toBeNull();
    for (const [name, value] of Object.entries(attributes)) document.documentElement.setAttribute(name, value);
    expect(scheme()).toBe(expected);
    addStyles('* { all: unset }', 'last');
    expect(scheme()).toBe(expected);
  });
});

type Found = { readonly rule: CSSRule; readonly isNested: boolean };

function allRules(rules: CSSRuleList, isNested = false): readonly Found[] {
  return Array.from(rules).flatMap((rule) => {
    const isGroup = rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule;
    return [{ rule, isNested }, ...(isGroup ? allRules(rule.cssRules, isNested || rule instanceof CSSStyleRule) : [])];
  });
}

// Returns the selectors and names of a rule that can affect the app. A nested selector has to start with `&`.
function findLeaks({ rule, isNested }: Found): readonly string[] {
  if (rule instanceof CSSStyleRule) {
    const isOurs = (selector: string) => (isNested ? selector.startsWith('&') : OURS.test(selector)) && !matchesSibling(selector);
    return [
      ...selectorsOf(rule.selectorText).filter((selector) => !isOurs(selector)),
      ...Array.from(rule.style).filter((name) => name.startsWith('--') && !name.startsWith('--alx-')),
    ];
  }
  if (rule instanceof CSSKeyframesRule) return rule.name.startsWith('alx-') ? [] : [rule.name];
  if (rule instanceof CSSLayerBlockRule) return rule.name === 'alexandria-license' ? [] : [rule.name];
  return rule instanceof CSSMediaRule || rule instanceof CSSContainerRule ? [] : [rule.cssText];
}

// Returns true if the selector matches a sibling of a part, which belongs to the app.
function matchesSibling(selector: string): boolean {
  let bare = selector.replace(/\[[^\]]*\]/g, '[]');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/\([^()]+\)/g, '()');
  }
  return /^(:where\(\) )?[^\s>+~]+\s*[+~](?!\s*\.alx-)/.test(bare);
}

function selectorsOf(text: string): readonly string[] {
  let depth = 0;
  const selectors = [''];
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += character;
  }
  return selectors.map((selector) => selector.trim());
}

function roots(): readonly Element[] {
  return [...document.querySelectorAll('[data-license-part]:not([data-license-part] *)')];
}

/** Returns the computed styles of an element, its descendants, and their pseudo-elements. */
function computedStyles(root: Element): ReadonlyMap<string, string> {
  return new Map(
    [root, ...root.querySelectorAll('*')].flatMap((element, index) =>
      ['', '::before', '::after'].flatMap((pseudo): [string, string][] => {
        const style = getComputedStyle(element, pseudo);
        if (pseudo !== '' && style.content === 'none') return [];
        // Skipped: `lang` sets -webkit-locale, and `all: unset` removes it from the whole page.
        const names = ['--alx-surface', '--alx-accent', ...style].filter((name) => name !== '-webkit-locale');
        const values = names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
        return [[`${index} <${element.localName} class="${element.getAttribute('class') ?? ''}">${pseudo}`, values.join('; ')]];
      }),
    ),
  );
}

// Returns one line for each element that differs, with at most four declarations.
function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...before].flatMap(([name, style]) => {
    const now = after.get(name);
    if (now === style) return [];
    const declarations = style.split('; ');
    return [
      `${name}: ${
        now
          ?.split('; ')
          .filter((declaration) => !declarations.includes(declaration))
          .slice(0, 4) ?? 'gone'
      }`,
    ];
  });
}

const ELEMENTS =
  `a abbr address article aside b bdi blockquote button cite code dd del details dfn dialog div dl dt em fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label legend li main mark menu meter nav ol optgroup option output p pre progress q s samp section
  select small span strong sub summary sup svg table tbody td textarea th thead time tr u ul var video`.split(/\s+/);

const HOST_PAGE = ['', 'class="dark light banner panel notice notices icon button" data-theme="dark"']
  .map((attributes) => {
    const states = ['active', 'expiring', 'grace', 'expired'].map((state) => `<i data-period="${state}" data-state="${state}"></i>`);
    const kinds = ['today', 'date', 'break'].map((kind) => `<i data-kind="${kind}" data-edge="end"><span>x</span></i>`);
    const named = `<p data-entitlement="scim" data-edge="start" data-long="true" data-room="2" data-over="true" data-chosen="true" role="status">x</p>`;
    return `<div ${attributes}>${ELEMENTS.map((name) => `<${name}></${name}>`).join('')}${[...states, ...kinds].join('')}${named}</div>`;
  })
  .join('');
