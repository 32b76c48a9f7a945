// Styles that a bundler injects, or loads with a page, come after what they style.
const STYLES_WAIT_MS = 4_000;

/** Calls `tell` where a part of the package has stood in the page for a while without its styles, whenever it comes; returns the undo. */
export function onMissingStyles(onMissing: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(look);
  const partOf = () => document.querySelector('[data-license-part]');
  watch();
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };

  function watch(): void {
    observer.observe(document.documentElement, { childList: true, subtree: true });
    look();
  }

  function look(): void {
    if (partOf() === null) return;
    observer.disconnect();
    timer = setTimeout(() => {
      const part = partOf();
      if (part === null) watch();
      else if (getComputedStyle(part).getPropertyValue('--alx-surface') === '') onMissing();
    }, STYLES_WAIT_MS);
  }
}
