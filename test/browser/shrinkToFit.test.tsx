import { type ReactNode, useEffect, useRef } from 'react';
import { afterAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { EntitlementGate, LicenseBanner, LicensePanel } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
afterAll(() => page.viewport(414, 896));

const boxOf = (name: 'banner' | 'panel') => part(name)?.getBoundingClientRect() ?? new DOMRect();

const gateBox = () => document.querySelector('.alx-card.alx-notice')?.getBoundingClientRect() ?? new DOMRect();

function ModalDialog({ children }: { readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return <dialog ref={dialog}>{children}</dialog>;
}

const parents: Record<string, (children: ReactNode) => ReactNode> = {
  'a flex column with centred items': (children) => (
    <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}>{children}</div>
  ),
  'a flex row': (children) => (
    <div style={{ display: 'flex' }}>
      <nav style={{ flex: 'none', inlineSize: '4rem' }} />
      {children}
    </div>
  ),
  'a flex row that centres both ways': (children) => (
    <div style={{ display: 'flex', alignItems: 'center', justifyContent: 'center', minBlockSize: '100vh' }}>{children}</div>
  ),
  'a grid with items at the start': (children) => <div style={{ display: 'grid', justifyItems: 'start' }}>{children}</div>,
  'a grid column of automatic width': (children) => (
    <div style={{ display: 'grid', gridTemplateColumns: 'auto 1fr' }}>
      {children}
      <span />
    </div>
  ),
  'an inline block': (children) => <div style={{ display: 'inline-block' }}>{children}</div>,
  'a float': (children) => <div style={{ float: 'inline-end' }}>{children}</div>,
  'a table cell': (children) => (
    <table>
      <tbody>
        <tr>
          <td>{children}</td>
        </tr>
      </tbody>
    </table>
  ),
  'an absolutely positioned box': (children) => <div style={{ position: 'absolute' }}>{children}</div>,
  'a box as wide as its content': (children) => <div style={{ inlineSize: 'fit-content' }}>{children}</div>,
  'an open dialog': (children) => <dialog open>{children}</dialog>,
  'a modal dialog': (children) => <ModalDialog>{children}</ModalDialog>,
};

// Parents that give a part only its minimum width.
const tightParents: typeof parents = {
  'a table cell as narrow as possible': (children) => (
    <table style={{ inlineSize: '100%' }}>
      <tbody>
        <tr>
          <td>A name</td>
          <td style={{ inlineSize: '1%' }}>{children}</td>
        </tr>
      </tbody>
    </table>
  ),
  'a flex row beside a long text': (children) => (
    <div style={{ display: 'flex', alignItems: 'start' }}>
      <p>{'A long text of the app. '.repeat(100)}</p>
      {children}
    </div>
  ),
  'a table cell beside a long text': (children) => (
    <table>
      <tbody>
        <tr>
          <td>{'A long text of the app. '.repeat(100)}</td>
          <td>{children}</td>
        </tr>
      </tbody>
    </table>
  ),
  'a box as wide as its narrowest content': (children) => <div style={{ inlineSize: 'min-content' }}>{children}</div>,
};

describe.each(Object.entries(parents))('in %s', (_, wrap) => {
  it.each([1_280, 360])('banner, panel and gate fit a window of %d pixels', async (width) => {
    await page.viewport(width, 900);
    const children = (
      <>
        {wrap(<LicenseBanner />)}
        {wrap(<LicensePanel />)}
        {wrap(<EntitlementGate entitlement="backend_autoscaling">Policies</EntitlementGate>)}
      </>
    );
    await renderDashboard({ scenario: 'grace', children });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    // 140 pixels cover the margins of page and dialog, the padding, and the sidebar of the flex row.
    const room = width - 140;
    expect(boxOf('panel').width).toBeGreaterThanOrEqual(Math.min(room, 900));
    expect(boxOf('banner').width).toBeGreaterThanOrEqual(Math.min(room, 700));
    expect(boxOf('panel').height).toBeLessThan(2_000);
    expect(boxOf('banner').height).toBeLessThan(300);
    expect(gateBox().width).toBeGreaterThanOrEqual(Math.min(room, 240));
    expect(gateBox().left).toBeGreaterThanOrEqual(0);
    expect(gateBox().height).toBeLessThan(300);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe.each(Object.entries(tightParents))('in %s', (_, wrap) => {
  it.each([1_280, 360])('banner, panel and gate stay readable in a window of %d pixels', async (width) => {
    await page.viewport(width, 900);
    const children = (
      <>
        {wrap(<LicenseBanner />)}
        {wrap(<LicensePanel />)}
        {wrap(<EntitlementGate entitlement="backend_autoscaling">Policies</EntitlementGate>)}
      </>
    );
    await renderDashboard({ scenario: 'grace', children });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    expect(boxOf('panel').width).toBeGreaterThanOrEqual(240);
    expect(boxOf('banner').width).toBeGreaterThanOrEqual(240);
    expect(boxOf('panel').height).toBeLessThan(2_500);
    expect(boxOf('banner').height).toBeLessThan(500);
    expect(gateBox().width).toBeGreaterThanOrEqual(240);
    expect(gateBox().height).toBeLessThan(300);
  });
});
