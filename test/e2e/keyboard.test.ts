import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyFromClaims } from '../../mocks/bodyFromClaims.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { DOCUMENTED_ENTITLEMENTS } from '../../mocks/scenarios.js';
import { answerLicense } from '../../tools/a11y/answerLicense.js';
import { type OpenDemo, openDemo } from '../../tools/a11y/openDemo.js';
import { goToStart, look, press, type Stop, walkAround, walkTo } from '../../tools/a11y/walk.js';

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const ours = (stops: readonly Stop[]) => stops.filter(({ isOurs }) => isOurs).map(({ description }) => description);
const faults = (stops: readonly Stop[]) => stops.flatMap((stop) => stop.faults);
const part = (page: Page, name: string) => page.locator(`[data-license-part="${name}"]`);

const BANNER = ['link "Renew license"', 'button "Hide details" [expanded]'];
const PANEL = ['button "Check now"', 'button "Renew license"', 'link "Contact"', 'button "Copy support details"'];

// The demo's time in the view of an expired license, and the end of the new license.
const NOW = Date.UTC(2027, 4, 10);
const RENEWED_UNTIL = Date.UTC(2028, 4, 1);

describe('with Tab alone', () => {
  it.each([1_100, 320])('banner and panel are reached in page order, and back, %d pixels wide', async (width) => {
    const page = await demo.open('license-expired', { width });
    await goToStart(page);
    const there = await walkAround(page, 'Tab');
    const back = await walkAround(page, 'Shift+Tab');
    expect(ours(there)).toEqual([...BANNER, ...PANEL]);
    expect(ours(back)).toEqual([...BANNER, ...PANEL].reverse());
    expect(faults([...there, ...back])).toEqual([]);
    await page.context().close();
  });

  it('notices are reached after the page', async () => {
    const page = await demo.open('notices-unfolded');
    await goToStart(page);
    const stops = await walkAround(page, 'Tab');
    expect(ours(stops)).toEqual([
      ...BANNER,
      'link "Renew license"',
      'button "Show less" [expanded]',
      'button "Dismiss: Memcached blob cache is off"',
      'list',
    ]);
    expect(stops.findIndex(({ description }) => description === 'button "Refresh" [disabled]')).toBeLessThan(
      stops.findIndex(({ description }) => description.startsWith('button "Dismiss')),
    );
    expect(faults(stops)).toEqual([]);
    await page.context().close();
  });
});

// Notices are fixed to the window. A focused element that is scrolled into view may end up under one (WCAG 2.4.11).
describe('beside notices', () => {
  it.each([1_100, 320])('no focused element is hidden behind a notice, %d pixels wide', async (width) => {
    const page = await demo.open('notices-folded', { width, height: 640 });
    await page.locator('nav a[href*="page=license"]').click();
    await part(page, 'panel').waitFor();
    await goToStart(page);
    expect(faults(await walkAround(page, 'Tab'))).toEqual([]);
    await page.context().close();
  });
});

describe('with the keyboard alone', () => {
  it('the banner is collapsed and expanded, and keeps the focus', async () => {
    const page = await demo.open('license-grace');
    await goToStart(page);
    await walkTo(page, 'Tab', 'button "Hide details" [expanded]');
    expect(await press(page, 'Enter')).toMatchObject({ description: 'button "Show details"', faults: [] });
    expect(await press(page, 'Space')).toMatchObject({ description: 'button "Hide details" [expanded]', faults: [] });
    await page.context().close();
  });

  it('the banner is snoozed, after an undo, and the focus moves on', async () => {
    const page = await demo.open('license-expiring');
    // A pointer on the banner would keep it. At first it rests in the corner of the page, where the banner starts.
    await page.mouse.move(550, 600);
    await goToStart(page);
    await walkTo(page, 'Tab', 'button "Remind me tomorrow"');
    expect(await press(page, 'Space')).toMatchObject({ description: 'button "Undo"', faults: [] });
    expect(await press(page, 'Enter')).toMatchObject({ description: 'button "Remind me tomorrow"', faults: [] });
    expect(await press(page, 'Space')).toMatchObject({ description: 'button "Undo"', faults: [] });
    // The focus continues with the element after the banner, and stays there when the banner disappears.
    expect((await press(page, 'Tab')).description).toBe('link "Overview"');
    await part(page, 'banner').waitFor({ state: 'detached' });
    expect(await look(page)).toMatchObject({ description: 'link "Overview"', faults: [] });
    await page.context().close();
  });

  it('the notices are unfolded, and their button stays in sight', async () => {
    const page = await demo.open('notices-folded');
    await goToStart(page);
    await walkTo(page, 'Tab', 'button "Show 2 more"');
    expect(await press(page, 'Enter')).toMatchObject({ description: 'button "Show less" [expanded]', faults: [] });
    await page.context().close();
  });

  it('the card of notices is dismissed, and the focus goes back to the page', async () => {
    const page = await demo.open('notices-folded');
    await goToStart(page);
    await walkTo(page, 'Tab', 'button "Show 2 more"');
    expect(await press(page, 'Enter')).toMatchObject({ description: 'button "Show less" [expanded]' });
    await walkTo(page, 'Tab', 'button "Dismiss: Memcached blob cache is off"');
    await page.keyboard.press('Space');
    await expect.poll(() => part(page, 'notice').count()).toBe(0);
    expect(await look(page)).toMatchObject({ isOurs: false, faults: [] });
    await page.context().close();
  });

  it.each([1_100, 320])('a license is renewed step by step, %d pixels wide', async (width) => {
    const page = await demo.open('license-expired', { width });
    const stopsTo = async (key: string, description: string | RegExp) => {
      const stops = await walkTo(page, key, description);
      expect(faults(stops)).toEqual([]);
      return ours(stops);
    };
    await goToStart(page);
    await walkTo(page, 'Tab', 'button "Renew license"');
    expect(await press(page, 'Enter')).toMatchObject({ description: 'heading "Renew license" [level=3]', faults: [] });
    await page.getByRole('button', { name: 'I have a key' }).waitFor();

    expect(await stopsTo('Tab', 'button "I have a key"')).toEqual([
      'button "Close"',
      'link "Request a key"',
      'button "Copy support details"',
      'button "Copy link to this page"',
      'button "I have a key"',
    ]);
    expect(await press(page, 'Enter')).toMatchObject({ description: 'textbox "License key"', faults: [] });

    await page.keyboard.insertText('eyJhbGciOiJFZERTQSJ9.eyJ0aWVyIjoi');
    expect(await stopsTo('Tab', 'button "Check key"')).toEqual(['button "Check key"']);
    await page.keyboard.press('Enter');
    await page.getByText('The key is incomplete').waitFor();
    expect(await look(page)).toMatchObject({ description: 'button "Check key"', faults: [] });

    expect(await stopsTo('Shift+Tab', /^textbox "License key"/)).toHaveLength(1);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(await mintLicenseKey({ expiresAt: RENEWED_UNTIL }));
    await stopsTo('Tab', 'button "Check key"');
    await page.keyboard.press('Space');
    await page.getByRole('table').waitFor();
    expect(await stopsTo('Tab', 'button "Continue"')).toEqual(['button "Choose file…"', 'button "Continue"']);
    expect(await press(page, 'Enter')).toMatchObject({ description: 'heading "Apply the key" [level=4]', faults: [] });

    expect(await stopsTo('Tab', /^radio/)).toEqual(['radio "Kubernetes" [checked]']);
    expect(await press(page, 'ArrowRight')).toMatchObject({ description: 'radio "Helm" [checked]', faults: [] });
    expect(await press(page, 'ArrowLeft')).toMatchObject({ description: 'radio "Kubernetes" [checked]', faults: [] });
    expect(await stopsTo('Tab', /^radio/)).toEqual(['radio "Create or replace the Secret Recommended" [checked]']);
    expect(await press(page, 'ArrowDown')).toMatchObject({ description: 'radio "Patch the Secret" [checked]', faults: [] });
    expect(await press(page, 'ArrowUp')).toMatchObject({ description: 'radio "Create or replace the Secret Recommended" [checked]' });
    expect(await stopsTo('Tab', 'button "Start checking"')).toEqual([
      'radio "File" [checked]',
      'button "Copy commands"',
      'region "Commands"',
      'button "Show all lines"',
      'button "Start checking"',
    ]);
    expect(await press(page, 'Space')).toMatchObject({ description: 'heading "Confirm the renewal" [level=4]', faults: [] });

    await page.locator('[data-license-watch="present"]').waitFor();
    expect(await stopsTo('Tab', 'button "Stop checking"')).toEqual(['button "Stop checking"']);
    expect(await press(page, 'Space')).toMatchObject({ description: 'button "Start checking"', faults: [] });
    expect(await press(page, 'Space')).toMatchObject({ description: 'button "Stop checking"', faults: [] });
    await answerLicense(
      page,
      bodyFromClaims({ tier: 'enterprise', entitlements: DOCUMENTED_ENTITLEMENTS, exp: RENEWED_UNTIL / 1_000 }, NOW),
    );
    await page.locator('[data-license-watch="renewed"]').waitFor();
    expect(await look(page)).toMatchObject({ description: 'button "Done"', faults: [] });
    expect(await press(page, 'Enter')).toMatchObject({ description: 'button "Renew license"', faults: [] });
    expect(await page.locator('.alx-steps').count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['Check the key', 'textbox "License key"'],
    ['Apply the key', 'heading "Apply the key" [level=4]'],
    ['Confirm the renewal', 'heading "Confirm the renewal" [level=4]'],
  ])('the folded step "%s" is opened and takes the focus', async (title, stop) => {
    const page = await demo.open('renewal-1-opened');
    await goToStart(page);
    await walkTo(page, 'Tab', `button "Show ${title}"`);
    expect(await press(page, 'Enter')).toMatchObject({ description: stop, faults: [] });
    await walkTo(page, 'Shift+Tab', 'button "Show Get a new license key"');
    expect(await press(page, 'Space')).toMatchObject({ description: 'heading "Get a new license key" [level=4]', faults: [] });
    await page.context().close();
  });

  it('folded commands are unfolded, and the focus is not lost', async () => {
    const page = await demo.open('renewal-4-kubernetes');
    await goToStart(page);
    await walkTo(page, 'Tab', 'button "Show all lines"');
    const stop = await press(page, 'Enter');
    expect(stop.faults).toEqual([]);
    await page.context().close();
  });

  it('a renewal is closed during the watch, and the focus goes back to the button that opens it', async () => {
    const page = await demo.open('renewal-6-watched');
    await walkTo(page, 'Shift+Tab', 'button "Close"');
    expect(await press(page, 'Enter')).toMatchObject({ description: 'button "Renew license"', faults: [] });
    await page.context().close();
  });
});

describe('the walk finds', () => {
  it.each([
    ['a focus without a mark', '[data-license-part] .alx-button:focus-visible { outline: none !important }', 'no mark of the focus'],
    ['a focus that is hidden', '[data-license-part="panel"]::after { position: fixed; inset: 0; content: "" }', 'hidden behind'],
  ])('%s', async (_, css, fault) => {
    const page = await demo.open('license-expired');
    await page.addStyleTag({ content: css });
    await goToStart(page);
    expect(faults(await walkTo(page, 'Tab', 'button "Check now"')).join('\n')).toContain(fault);
    await page.context().close();
  });

  it('a focus that is lost', async () => {
    const page = await demo.open('license-expired');
    await goToStart(page);
    await walkTo(page, 'Tab', 'button "Check now"');
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.remove();
    });
    expect(await look(page)).toMatchObject({ faults: ['the focus is lost'] });
    await page.context().close();
  });
});
