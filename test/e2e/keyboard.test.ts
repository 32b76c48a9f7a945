import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
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

  it('a license is renewed', async () => {
    const page = await demo.open('license-expired');
    await goToStart(page);
    await walkTo(page, 'Tab', 'button "Renew license"');
    expect(await press(page, 'Enter')).toMatchObject({ description: 'heading "Renew license" [level=3]', faults: [] });
    await page.locator('textarea').waitFor();

    const toTheKey = await walkTo(page, 'Tab', /^textbox "License key"/);
    expect(ours(toTheKey)).toEqual(['button "Close"', 'link "Request a key"', 'textbox "License key"']);
    await page.keyboard.insertText('eyJhbGciOiJFZERTQSJ9.eyJ0aWVyIjoi');
    await walkTo(page, 'Tab', 'button "Check key"');
    await page.keyboard.press('Enter');
    await page.getByText('The key is incomplete').waitFor();
    expect(await look(page)).toMatchObject({ description: 'button "Check key"', faults: [] });

    await walkTo(page, 'Shift+Tab', /^textbox "License key"/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(await mintLicenseKey({ expiresAt: Date.UTC(2028, 4, 1) }));
    await walkTo(page, 'Tab', 'button "Check key"');
    await page.keyboard.press('Space');
    await page.getByRole('table').waitFor();

    const toTheMethods = await walkTo(page, 'Tab', /^radio/);
    expect(ours(toTheMethods)).toEqual([
      'button "Choose file…"',
      'button "Check a different key"',
      'radio "Kubernetes: create or replace the Secret" [checked]',
    ]);
    expect((await press(page, 'ArrowDown')).description).toBe('radio "Kubernetes: patch the Secret" [checked]');
    expect((await press(page, 'ArrowUp')).description).toBe('radio "Kubernetes: create or replace the Secret" [checked]');

    const toTheWatch = await walkTo(page, 'Tab', 'button "Start checking"');
    expect(ours(toTheWatch)).toEqual(['radio "File" [checked]', 'region "Commands"', 'button "Copy commands"', 'button "Start checking"']);
    expect(await press(page, 'Space')).toMatchObject({ description: 'button "Stop checking"', faults: [] });
    expect(faults([...toTheKey, ...toTheMethods, ...toTheWatch])).toEqual([]);

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
