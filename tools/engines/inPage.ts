import { fireEvent, getByLabelText, queryAllByRole } from '@testing-library/dom';
import { textFaults } from '../a11y/layoutFaults.js';

// Runs in the page. What it finds crosses over as JSON.

export { textFaults };

/** What is seen of the license. */
export type Sight = {
  readonly state: string;
  readonly freshness: string;
  readonly panel: string;
  readonly banner: { readonly state: string; readonly freshness: string; readonly words: string } | null;
  readonly notices: readonly { readonly entitlement: string; readonly reason: string; readonly words: string }[];
  /** What the page says around it. */
  readonly page: string;
};

/** Where the parts stand, and how they are painted. */
export type Placement = {
  readonly direction: string;
  /** The widths of the banner's left and right edge. */
  readonly edges: readonly [string, string];
  /** From left to right. */
  readonly banner: readonly string[];
  readonly periods: readonly string[];
};

const problems: string[] = [];
const flips: { readonly state: string; readonly asked: number }[] = [];

/** From now on notes what the page doesn't catch. */
export function noteProblems(): void {
  addEventListener('error', ({ message }) => problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
}

/** What it has not caught. */
export function uncaught(): readonly string[] {
  return problems;
}

export function look(): Sight {
  const panel = document.querySelector<HTMLElement>('[data-license-part="panel"]');
  const banner = document.querySelector<HTMLElement>('[data-license-part="banner"]');
  return {
    state: panel?.dataset['licenseState'] ?? '',
    freshness: panel?.dataset['licenseFreshness'] ?? '',
    panel: wordsOf(panel),
    banner: banner && {
      state: banner.dataset['licenseState'] ?? '',
      freshness: banner.dataset['licenseFreshness'] ?? '',
      words: `${banner.ariaLabel}: ${wordsOf(banner)}`,
    },
    notices: [...document.querySelectorAll<HTMLElement>('[data-license-part="notice"]')].map((notice) => ({
      entitlement: notice.dataset['entitlement'] ?? '',
      reason: notice.dataset['licenseReason'] ?? '',
      words: wordsOf(notice),
    })),
    page: wordsOf(document.querySelector('main')),
  };
}

/** How many controls of that role and name there are. */
export function count(role: string, name: string): number {
  return queryAllByRole(document.body, role, { name }).length;
}

/** The first control of that role and name. */
export function find(role: string, name: string): HTMLElement {
  const [found] = queryAllByRole(document.body, role, { name });
  if (found === undefined) throw new Error(`There is no ${role} “${name}”.`);
  return found;
}

/** Chooses in a list of the demo's controls, whose popup no driver reaches. */
export function choose(label: string, value: string): void {
  fireEvent.change(getByLabelText(document.body, label), { target: { value } });
}

/** The text, or the value, of what a selector finds first. */
export function textOf(selector: string): string {
  const found = document.querySelector(selector);
  return found instanceof HTMLTextAreaElement ? found.value : wordsOf(found);
}

/** A field beside the page, with a text that is selected, to copy from and to paste into. */
export function offer(text: string): void {
  const field = document.createElement('textarea');
  Object.assign(field, { id: 'clipboard', value: text });
  document.body.append(field);
  field.focus();
  field.select();
}

export function takeAway(): string {
  const field = document.querySelector<HTMLTextAreaElement>('#clipboard');
  field?.remove();
  return field?.value ?? '';
}

/** From now on notes each state that the panel shows, and how often the license had been asked for by then. */
export function noteFlips(): void {
  const { fetch } = globalThis;
  let asked = 0;
  globalThis.fetch = (...request) => {
    if (String(request[0]).endsWith('/admin/license')) asked += 1;
    return fetch(...request);
  };
  const observer = new MutationObserver(() => {
    const { state } = look();
    if (flips.at(-1)?.state !== state) flips.push({ state, asked });
  });
  observer.observe(document.body, { subtree: true, attributeFilter: ['data-license-state'] });
}

export function noted(): typeof flips {
  return flips;
}

/** What is remembered of the license between visits. */
export function remembered(): readonly string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith('alexandria-license:'));
}

/** The outline of what has the focus, where that is ours; else nothing. */
export function focusRing(): string | null {
  const { activeElement } = document;
  if (!activeElement?.closest('[data-license-part]')) return null;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(activeElement);
  return `${outlineStyle} ${outlineWidth} ${outlineColor}`;
}

export function place(): Placement {
  const banner = document.querySelector('[data-license-part="banner"]');
  if (banner === null) throw new Error('There is no banner.');
  const { borderLeftWidth, borderRightWidth } = getComputedStyle(banner);
  return {
    direction: getComputedStyle(banner).direction,
    edges: [borderLeftWidth, borderRightWidth],
    banner: fromLeft([...banner.children], ({ localName }) => localName),
    periods: fromLeft([...document.querySelectorAll<HTMLElement>('.alx-bar[data-period]')], ({ dataset }) => dataset['period'] ?? ''),
  };
}

/** The surface of banner and panel, as painted. */
export function surfaces(): readonly string[] {
  return ['banner', 'panel'].map((part) => {
    const found = document.querySelector(`[data-license-part="${part}"]`);
    return found === null ? '' : getComputedStyle(found).backgroundColor;
  });
}

/** The next time that the page paints. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}

function fromLeft<E extends Element>(elements: readonly E[], nameOf: (element: E) => string): readonly string[] {
  const left = (element: E) => element.getBoundingClientRect().left;
  return elements.toSorted((one, other) => left(one) - left(other)).map(nameOf);
}

// Without what only isolates words of another direction.
function wordsOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/[⁨⁩]/g, '').trim();
}
