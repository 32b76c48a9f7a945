// Runs in the page. Faults are strings, because results leave the page as JSON.

const OURS = '[data-license-part]';
const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"]';
const TARGET = 24;

type Piece = { readonly element: Element; readonly rect: DOMRect };

/** Finds clipped or overlapping text in our components, and a page that scrolls sideways. */
export function textFaults(): readonly string[] {
  const pieces = piecesOfText();
  const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return [
    ...(sideways > 0 ? [`the page scrolls sideways by ${sideways} px, for ${widest()}`] : []),
    ...new Set([...pieces.filter(isCutOff).map(({ element }) => `cut off: ${wordsFor(element)}`), ...overlaps(pieces)]),
  ];
}

/** Finds controls of our components that are smaller than 24 px and too close to another control (WCAG 2.5.8). */
export function targetFaults(): readonly string[] {
  const targets = [...document.querySelectorAll(CONTROLS)]
    .filter((control) => control.closest(OURS) !== null && control.checkVisibility({ visibilityProperty: true }))
    .map((control) => ({ control, rect: (control.closest('label') ?? control).getBoundingClientRect() }))
    .filter(({ control, rect }) => rect.width > 1 && !isInASentence(control));
  return targets
    .filter(({ control, rect }) => isSmall(rect) && targets.some((other) => other.control !== control && isNear(rect, other.rect)))
    .map(({ control, rect }) => `${Math.round(rect.width)}×${Math.round(rect.height)} px: ${wordsFor(control)}`);
}

/** Finds controls that are printed, and content that should be printed but is not. */
export function printFaults(): readonly string[] {
  const find = (selector: string) => [...document.querySelectorAll(selector)].filter((found) => found.closest(OURS) !== null);
  const isPrinted = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().height > 1;
  const kept = '[data-license-part="banner"], [data-license-part="panel"], [data-license-part="panel"] :is(h2, time, [data-entitlement])';
  return [
    ...find(CONTROLS)
      .filter(isPrinted)
      .map((control) => `printed: ${wordsFor(control)}`),
    ...find(kept)
      .filter((element) => !isPrinted(element))
      .map((element) => `not printed: ${wordsFor(element)}`),
  ];
}

function piecesOfText(): readonly Piece[] {
  return [...document.querySelectorAll(OURS)]
    .filter((part) => part.parentElement?.closest(OURS) === null)
    .flatMap((part) => {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, isSeen);
      const pieces: Piece[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement;
        const range = document.createRange();
        range.selectNodeContents(node);
        if (element) pieces.push(...[...range.getClientRects()].filter(({ width }) => width > 1).map((rect) => ({ element, rect })));
      }
      return pieces;
    });
}

function isSeen(node: Node): number {
  const isText = node.textContent?.trim() !== '' && node.parentElement?.checkVisibility({ visibilityProperty: true });
  // Text for screen readers is clipped on purpose.
  const isForScreenReaders = [...ancestors(node.parentElement)].some((ancestor) => getComputedStyle(ancestor).clipPath === 'inset(50%)');
  return isText && !isForScreenReaders ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
}

function* ancestors(from: Element | null): Iterable<Element> {
  for (let element = from; element !== null; element = element.parentElement) yield element;
}

function isCutOff({ element, rect }: Piece): boolean {
  for (const ancestor of ancestors(element)) {
    const { overflowX, overflowY, position } = getComputedStyle(ancestor);
    // The user can scroll to text in a scrolling ancestor.
    if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) return false;
    const box = ancestor.getBoundingClientRect();
    if (/hidden|clip/.test(overflowX) && (rect.left < box.left - 1 || rect.right > box.right + 1)) return true;
    // A text box is taller than its letters.
    const slack = 0.15 * rect.height + 1;
    if (/hidden|clip/.test(overflowY) && (rect.top + slack < box.top || rect.bottom - slack > box.bottom)) return true;
    if (position === 'fixed' && (rect.top < -1 || rect.bottom > innerHeight + 1)) return true;
  }
  return rect.left < -1 || rect.right > document.documentElement.clientWidth + 1;
}

// Neighbouring line boxes may overlap slightly.
function overlaps(pieces: readonly Piece[]): readonly string[] {
  const shown = pieces
    .map(({ element, rect }) => ({ element, rect: visibleRect(element, rect) }))
    .filter(({ rect }) => rect.width > 0 && rect.height > 0);
  const over = (a: DOMRect, b: DOMRect) => {
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && height > 0.3 * Math.min(a.height, b.height);
  };
  return shown.flatMap((one, at) =>
    shown
      .slice(at + 1)
      .filter((other) => other.element !== one.element && partOf(other) === partOf(one) && over(one.rect, other.rect))
      .map((other) => `overlapping: ${wordsFor(one.element)} and ${wordsFor(other.element)}`),
  );
}

// Clips a box to its scrolling ancestors.
function visibleRect(element: Element, rect: DOMRect): DOMRect {
  let { left, top, right, bottom } = rect;
  for (const ancestor of ancestors(element)) {
    if (!/auto|scroll/.test(getComputedStyle(ancestor).overflow)) continue;
    const box = ancestor.getBoundingClientRect();
    [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
    [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
  }
  return new DOMRect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0));
}

function partOf({ element }: Piece): Element | undefined {
  return [...ancestors(element)].filter((ancestor) => ancestor.matches(OURS)).at(-1);
}

function isInASentence(control: Element): boolean {
  return (
    control.matches('a') && getComputedStyle(control).display === 'inline' && control.parentElement?.textContent !== control.textContent
  );
}

// True if the 24 px circle around a small target meets another target, or the circle of another small target.
function isNear(small: DOMRect, other: DOMRect): boolean {
  const [x, y] = [small.x + small.width / 2, small.y + small.height / 2];
  if (isSmall(other)) return Math.hypot(other.x + other.width / 2 - x, other.y + other.height / 2 - y) < TARGET;
  return Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)) < TARGET / 2;
}

function isSmall({ width, height }: DOMRect): boolean {
  return Math.min(width, height) < TARGET - 0.5;
}

function widest(): string {
  const { clientWidth } = document.documentElement;
  const out = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > clientWidth + 0.5 || left < -0.5;
  });
  return out.slice(-1).map(wordsFor).join();
}

function wordsFor(element: Element): string {
  const name = element.getAttribute('class') ?? element.getAttribute('data-license-part') ?? '';
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
  return `${element.localName}${name && `.${name.replaceAll(' ', '.')}`} “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}
