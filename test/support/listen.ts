import type { Page } from 'playwright';

/** Something that a screen reader says by itself. */
export type Heard = { readonly how: 'politely' | 'at once' | 'not, for the region came with its text'; readonly text: string };

/** Writes down, from the first moment of a page, each change of the text of a live region. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript({ content: `(${record})()` });
}

/** What was heard since this was last asked. */
export async function heard(page: Page): Promise<readonly Heard[]> {
  return page.evaluate(() => Reflect.get(window, 'heard').splice(0));
}

/** The same, and left there: for what takes a moment to be said. */
export async function hearing(page: Page): Promise<readonly Heard[]> {
  return page.evaluate(() => [...Reflect.get(window, 'heard')]);
}

// As text, because it runs before there is anything else in the page.
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
      // The demo's own: the value of its slider.
      if (text === '' || text === before || region.localName === 'output') continue;
      heard.push({ how: before === undefined ? 'not, for the region came with its text' : howOf(region), text });
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}`;
