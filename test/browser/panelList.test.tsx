import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ENTITLEMENTS } from '../../src/license/entitlements.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

const withEntitlements = (entitlements: readonly string[]) =>
  renderDashboard({
    answer: () => Response.json({ tier: 'enterprise', entitlements, expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 }),
  });
const others = (count: number) => Array.from({ length: count }, (_, index) => `feature_${index}`);
const field = () => page.getByRole('searchbox', { name: 'Filter by name or ID' });
const list = () => page.getByRole('list', { name: 'Features' });
const shown = () =>
  Array.from(document.querySelectorAll<HTMLElement>('li[data-entitlement]:not([hidden])'), ({ dataset }) => dataset['entitlement']);
const statusText = () => list().element().closest('.alx-section')?.querySelector('[role="status"]')?.textContent;

describe('the entitlement list', () => {
  it('lists the catalogue first, in its order, then the others in the order of the response', async () => {
    await withEntitlements(['zeta', 'vault', 'alpha']);
    await expect.element(list()).toBeVisible();
    expect(shown()).toEqual([...ENTITLEMENTS, 'zeta', 'alpha']);
  });

  it('has a filter if it has more than twelve rows', async () => {
    const { screen } = await withEntitlements(others(5));
    await expect.element(list()).toBeVisible();
    expect(field().elements()).toEqual([]);
    await screen.unmount();
    await withEntitlements(others(6));
    await expect.element(field()).toBeVisible();
    // Screen readers announce only changes in a live region that already exists.
    expect(statusText()).toBe('');
  });

  it.each([
    ['AUDIT', ['audit_export']],
    ['single oidc', ['oidc']],
    ['ubersicht', ['übersicht']],
    ['ÜBERSICHT', ['übersicht']],
    ['  strasse ', ['straße']],
    ['ｖａｕｌｔ', ['vault']],
    ['<b>', ['<b>bold</b>']],
    ['two lines', ['two\nlines']],
    ['feature_', ['feature_0', 'feature_1', 'feature_2', 'feature_3']],
  ])('shows and counts the rows that match the filter "%s" by name or id', async (query, ids) => {
    await withEntitlements([...others(4), 'two\nlines', 'übersicht', 'straße', '<b>bold</b>']);
    await field().fill(query);
    await expect.poll(shown).toEqual(ids);
    expect(statusText()).toBe(`${ids.length} of 15 features`);
    expect(list().getByRole('listitem').elements()).toHaveLength(ids.length);
  });

  it('reports that nothing matches, and shows all rows again on Escape', async () => {
    await withEntitlements(others(6));
    const pressed: KeyboardEvent[] = [];
    const bubbled: KeyboardEvent[] = [];
    const stop = new AbortController();
    addEventListener('keydown', (event) => pressed.push(event), { capture: true, signal: stop.signal });
    addEventListener('keydown', (event) => bubbled.push(event), { signal: stop.signal });
    await field().fill('nowhere');
    await expect.poll(statusText).toContain('No features match');
    expect(statusText()).toContain('nowhere');
    expect(shown()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(shown).toHaveLength(13);
    await expect.element(field()).toHaveValue('');
    expect(statusText()).toBe('');
    // The first Escape does not reach a surrounding dialog, so that the dialog stays open. The second one does.
    expect([pressed.map(({ defaultPrevented }) => defaultPrevented), bubbled]).toEqual([[true], []]);
    await userEvent.keyboard('{Escape}');
    expect(bubbled).toHaveLength(1);
    stop.abort();
  });

  it('removes the filter if it becomes short', async () => {
    let entitlements = others(6);
    const { screen } = await renderDashboard({
      answer: () => Response.json({ tier: 'x', entitlements, expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 }),
    });
    await field().fill('feature_3');
    await expect.poll(shown).toEqual(['feature_3']);
    entitlements = ['oidc'];
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(shown).toEqual([...ENTITLEMENTS]);
    expect(field().elements()).toEqual([]);
  });

  it('renders two thousand entitlements in steps as it is scrolled, and filters all of them', async () => {
    await withEntitlements(others(2_000));
    await expect.element(list()).toBeVisible();
    expect(shown().length).toBeLessThan(1_000);
    await field().fill('feature_199');
    await expect.poll(statusText, { timeout: 10_000 }).toBe('11 of 2,007 features');
    await expect.poll(shown, { timeout: 10_000 }).toHaveLength(11);
    await field().clear();
    await expect.poll(() => shown().at(0), { timeout: 10_000 }).toBe('multi_tenant');
    const toTheEnd = () => {
      list().element().scrollTop = list().element().scrollHeight;
      return shown().at(-1);
    };
    await expect.poll(toTheEnd, { timeout: 40_000 }).toBe('feature_1999');
    // A new filter scrolls the list to the top.
    await field().fill('feature');
    await expect.poll(() => shown().length, { timeout: 10_000 }).toBeLessThan(1_000);
    expect(list().element().scrollTop).toBe(0);
    // The list itself scrolls, so that the panel stays short.
    expect(part('panel')?.getBoundingClientRect().height).toBeLessThan(2_000);
  }, 60_000);
});
