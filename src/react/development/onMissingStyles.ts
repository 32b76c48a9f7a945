// Injected or lazily loaded styles arrive after the elements.
const STYLES_WAIT_MS = 4_000;

/** Calls `onMissing` if a component has been on the page for 4 seconds without styles. Returns a function that stops observing. */
export function onMissingStyles(onMissing: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(checkPart);
  const findPart = () => document.querySelector('[data-license-part]');
  observe();
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };

  function observe(): void {
    observer.observe(document.documentElement, { childList: true, subtree: true });
    checkPart();
  }

  function checkPart(): void {
    if (findPart() === null) return;
    observer.disconnect();
    timer = setTimeout(() => {
      const part = findPart();
      if (part === null) observe();
      else if (getComputedStyle(part).getPropertyValue('--alx-surface') === '') onMissing();
    }, STYLES_WAIT_MS);
  }
}
