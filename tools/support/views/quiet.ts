/** Runs in the page. Waits until the DOM has not changed for 150 ms, and the fonts are loaded. */
export async function quiet(): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(done, 150);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 150);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await document.fonts.ready;
}
