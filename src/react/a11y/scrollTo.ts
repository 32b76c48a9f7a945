/** Scrolls an element into view. Does nothing in jsdom, in which apps run their tests: it has no `scrollIntoView`. */
export function scrollTo(element: Element | null | undefined, block: 'nearest' | 'center'): void {
  element?.scrollIntoView?.({ block });
}
