import { fireEvent, getByLabelText, queryAllByRole } from '@testing-library/dom';
import { textFaults } from '../a11y/layoutFaults.js';

// Runs in the page. Results leave the page as JSON.

export { textFaults };

/** The visible license. */
export type Sight = {
  readonly state: string;
  readonly freshness: string;
  readonly panel: string;
  readonly banner: { readonly state: string; readonly freshness: string; readonly words: string } | null;
  readonly notices: readonly { readonly entitlement: string; readonly reason: string; readonly words: string }[];
  /** The text of the page's `main` element. */
  readonly page: string;
};

/** The order of elements, and the indents of the banner's text. */
export type Placement = {
  readonly direction: string;
  /** Left and right padding of the banner's text. */
  readonly indents: readonly [string, string];
  /** Names of the banner's icon, text and actions, from left to right. */
  readonly banner: readonly string[];
  /** Kinds of the timeline's milestones, from left to right. */
  readonly milestones: readonly string[];
};

const problems: string[] = [];
const flips: { readonly state: string; readonly asked: number }[] = [];

/** Starts recording uncaught errors and unhandled rejections. */
export function recordProblems(): void {
  addEventListener('error', ({ message }) => problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
}

/** Returns the recorded errors. */
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

/** Counts the controls with this role and name. */
export function count(role: string, name: string): number {
  return queryAllByRole(document.body, role, { name }).length;
}

/** Returns the first control with this role and name. */
export function find(role: string, name: string): HTMLElement {
  const [found] = queryAllByRole(document.body, role, { name });
  if (found === undefined) throw new Error(`There is no ${role} “${name}”.`);
  return found;
}

/** Selects an option in the demo's controls. Drivers cannot reach the popup of a `select`. */
export function choose(label: string, value: string): void {
  fireEvent.change(getByLabelText(document.body, label), { target: { value } });
}

/** Opens a step of the renewal, unless it is open. */
export function showStep(number: number): void {
  const step = document.querySelector(`.alx-steps > li:nth-child(${number})`);
  if (step === null) throw new Error(`There is no step ${number}.`);
  step.querySelector<HTMLButtonElement>('.alx-step-head button')?.click();
}

/** Returns the text or value of the first element that matches a selector. */
export function textOf(selector: string): string {
  const found = document.querySelector(selector);
  return found instanceof HTMLTextAreaElement ? found.value : wordsOf(found);
}

/** Adds a temporary field with selected text, to copy from or to paste into. */
export function addClipboardField(text: string): void {
  const field = document.createElement('textarea');
  Object.assign(field, { id: 'clipboard', value: text });
  document.body.append(field);
  field.focus();
  field.select();
}

/** Removes the temporary field. Returns its value. */
export function removeClipboardField(): string {
  const field = document.querySelector<HTMLTextAreaElement>('#clipboard');
  field?.remove();
  return field?.value ?? '';
}

/** Starts recording each new state of the panel, with the number of license requests before it. */
export function recordFlips(): void {
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

export function recordedFlips(): typeof flips {
  return flips;
}

/** Returns the storage keys that remember the license between visits. */
export function remembered(): readonly string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith('alexandria-license:'));
}

/** Returns the outline of the focused element; `null` if the element is not in one of our components. */
export function focusRing(): string | null {
  const { activeElement } = document;
  if (!activeElement?.closest('[data-license-part]')) return null;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(activeElement);
  return `${outlineStyle} ${outlineWidth} ${outlineColor}`;
}

export function place(): Placement {
  const banner = document.querySelector('[data-license-part="banner"]');
  const text = banner?.querySelector('.alx-banner-text');
  if (!banner || !text) throw new Error('There is no banner.');
  const { paddingLeft, paddingRight } = getComputedStyle(text);
  // The labels have the positions of the milestones.
  const labels = [...document.querySelectorAll<HTMLElement>('.alx-milestone > span')];
  return {
    direction: getComputedStyle(banner).direction,
    indents: [paddingLeft, paddingRight],
    banner: fromLeft([...text.children, ...banner.querySelectorAll('.alx-actions')], ({ localName }) => localName),
    milestones: fromLeft(labels, ({ parentElement }) => parentElement?.dataset['kind'] ?? ''),
  };
}

/** Returns the background colours of banner and panel. */
export function surfaces(): readonly string[] {
  return ['banner', 'panel'].map((part) => {
    const found = document.querySelector(`[data-license-part="${part}"]`);
    return found === null ? '' : getComputedStyle(found).backgroundColor;
  });
}

/** Resolves in the next animation frame. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}

function fromLeft<E extends Element>(elements: readonly E[], nameOf: (element: E) => string): readonly string[] {
  const left = (element: E) => element.getBoundingClientRect().left;
  return elements.toSorted((one, other) => left(one) - left(other)).map(nameOf);
}

// Removes the bidi isolation characters.
function wordsOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/[⁨⁩]/g, '').trim();
}
