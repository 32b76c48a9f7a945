import { type Browser, chromium, type Page } from 'playwright';
import { chromiumOptions } from '../support/chromium.js';
import { type Look, openView } from '../support/views/openView.js';
import { serveDemo } from '../support/views/serveDemo.js';
import { type View, views } from '../support/views/views.js';

/** The demo and a browser, for the tests of one file. */
export type OpenDemo = {
  readonly browser: Browser;
  readonly url: string;
  /** Opens a view by its name. Close the page's context to close the page. */
  open(name: string, look?: Partial<Look>): Promise<Page>;
  close(): Promise<void>;
};

/** Starts the demo and a browser. `close` ends both. */
export async function openDemo(): Promise<OpenDemo> {
  const [browser, demo] = await Promise.all([chromium.launch(chromiumOptions()), serveDemo()]);
  return {
    browser,
    url: demo.url,
    open: (name, look = {}) => openView(browser, demo.url, viewNamed(name), { theme: 'light', direction: 'ltr', width: 1_100, ...look }),
    close: async () => {
      await browser.close();
      await demo.close();
    },
  };
}

function viewNamed(name: string): View {
  const view = views.find((one) => one.name === name);
  if (view === undefined) throw new Error(`There is no view "${name}".`);
  return view;
}
