/** Returns the focused element, also if it is inside open shadow roots. Returns null on a server. */
export function focusedElement(): Element | null {
  let element = globalThis.document?.activeElement ?? null;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
