// Runs in the page.

/** The focused element. */
export type FocusState = {
  /** Whether the element is in one of our components. */
  readonly isOurs: boolean;
  /** Whether the element has had the focus before, since `forgetStops`. */
  readonly isAgain: boolean;
  /** The element that covers the middle of the focused element; `null` if the middle is visible. An invisible element is seen by its label. */
  readonly cover: string | null;
  /** In CSS pixels of the window. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};

/** Returns the focused element; `null` if the page has lost the focus. */
export function focusState(): FocusState | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const shown = isInvisible(element) ? (element.closest('label') ?? element) : element;
  const { x, y, width, height } = shown.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  const known: unknown = Reflect.get(window, 'stops');
  const stops = known instanceof WeakSet ? known : new WeakSet();
  const isAgain = stops.has(element);
  Object.assign(window, { stops: stops.add(element) });
  const isSeen = top !== null && (shown.contains(top) || top.contains(shown));
  return {
    isOurs: element.closest('[data-license-part]') !== null,
    isAgain,
    cover: isSeen ? null : `${top?.localName ?? 'an edge'} “${top?.textContent?.trim().slice(0, 40) ?? ''}”`,
    box: { x, y, width, height },
  };
}

// Files and segments have an invisible input, and their label is the control that the user sees.
function isInvisible(element: Element): boolean {
  const { opacity, clipPath } = getComputedStyle(element);
  return opacity === '0' || clipPath === 'inset(50%)';
}

/** Removes the focus, and stores the element for `restoreFocus`. */
export function blurFocus(): void {
  const element = document.activeElement;
  if (element instanceof HTMLElement) {
    Object.assign(window, { blurred: element });
    element.blur();
  }
}

/** Focuses the stored element, with a focus ring as after a key press. */
export function restoreFocus(): void {
  const element: unknown = Reflect.get(window, 'blurred');
  // `focusVisible` is an option in Firefox and Chrome that the types lack.
  if (element instanceof HTMLElement) Reflect.apply(element.focus, element, [{ focusVisible: true, preventScroll: true }]);
}

/** Moves the focus to the start of the page, so that the next Tab reaches the first stop. */
export function focusStart(): void {
  const start = document.createElement('span');
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
}

/** Forgets which elements have had the focus. */
export function forgetStops(): void {
  Object.assign(window, { stops: null });
}
