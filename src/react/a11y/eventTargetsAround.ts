/**
 * Returns the targets on which events of the page around an element arrive: the document, and the element's shadow root. `scroll`, and `focusin`
 * between two elements of one shadow root, do not leave the root.
 */
export function eventTargetsAround(element: Element | null): readonly EventTarget[] {
  const root = element?.getRootNode() ?? document;
  return root === document ? [document] : [document, root];
}
