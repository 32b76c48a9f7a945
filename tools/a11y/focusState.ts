// Runs in the page.

/** Where the focus is, in CSS pixels of the window; `null` where it is lost to the page. */
export type FocusState = {
  /** Whether it is in a part of ours. */
  readonly isOurs: boolean;
  /** Whether it has been here since `forgetStops`. */
  readonly isAgain: boolean;
  /** Whether the middle of it, or of its label, can be seen, and what lies over it. */
  readonly cover: string | null;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};

/** What has the focus. */
export function focusState(): FocusState | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const shown = element.closest('label') ?? element;
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

/** Takes the focus away, and gives it back as the keyboard would. */
export function blurFocus(): void {
  const element = document.activeElement;
  if (element instanceof HTMLElement) {
    Object.assign(window, { blurred: element });
    element.blur();
  }
}

export function restoreFocus(): void {
  const element: unknown = Reflect.get(window, 'blurred');
  // Firefox's and Chrome's option, which the types don't know yet.
  if (element instanceof HTMLElement) Reflect.apply(element.focus, element, [{ focusVisible: true, preventScroll: true }]);
}

/** Lets the next Tab lead to the first stop of the page. */
export function focusStart(): void {
  const start = document.createElement('span');
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
}

/** Begins to count anew where the focus has been. */
export function forgetStops(): void {
  Object.assign(window, { stops: null });
}
