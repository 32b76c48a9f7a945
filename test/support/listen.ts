import type { Page } from 'playwright';

/** A text that appeared in a live region, and how a screen reader announces it. */
export type Heard = { readonly how: 'politely' | 'at once' | 'not, for the region came with its text'; readonly text: string };

/** Records each text change in a live region, from the start of the page. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript({ content: `(${record})()` });
}

/** Returns the recorded texts and removes them. */
export async function heard(page: Page): Promise<readonly Heard[]> {
  return page.evaluate(() => Reflect.get(window, 'heard').splice(0));
}

/** Returns the recorded texts without removing them, so that a test can poll. */
export async function hearing(page: Page): Promise<readonly Heard[]> {
  return page.evaluate(() => [...Reflect.get(window, 'heard')]);
}

// A string, because it runs in the page before any other script.
const record = `() => {
  const selector = '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"]), output';
  const texts = new Map();
  const heard = [];
  window.heard = heard;
  const howOf = (region) => (region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive' ? 'at once' : 'politely');
  new MutationObserver(() => {
    for (const region of document.querySelectorAll(selector)) {
      const text = (region.textContent ?? '').trim();
      const before = texts.get(region);
      texts.set(region, text);
      // Only the demo uses an output element, for the value of its slider.
      if (text === '' || text === before || region.localName === 'output') continue;
      heard.push({ how: before === undefined ? 'not, for the region came with its text' : howOf(region), text });
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}`;
