import { bundleInPage } from '../support/bundleForPage.js';
import type { Driver, Key } from '../support/Driver.js';
import {
  addClipboardField,
  choose,
  count,
  find,
  look,
  painted,
  recordProblems,
  removeClipboardField,
  showStep,
  type Sight,
  textOf,
  uncaught,
} from './inPage.js';

const WAIT_MS = 30_000;
const inPage = bundleInPage(new URL('./inPage.ts', import.meta.url));

/** Acts as the user of one page, in any engine. */
export class Person {
  private scope: 'window' | 'frames[0]' = 'window';

  constructor(
    private readonly driver: Driver,
    private readonly url: string,
  ) {}

  /** Opens the dashboard as on a first visit. */
  async open(search: string): Promise<void> {
    this.scope = 'window';
    await this.driver.goto(`${this.url}/empty`);
    await this.driver.evaluate('localStorage.clear()');
    await this.driver.goto(`${this.url}/${search}`);
    await this.arrive();
  }

  /** Opens the dashboard with an open renewal, in a frame of this width. */
  async openFramed(search: string, width: number): Promise<void> {
    await this.driver.goto(`${this.url}/frame${search}&width=${width}`);
    this.scope = 'frames[0]';
    await this.arrive();
  }

  async reload(): Promise<void> {
    await this.driver.reload();
    await this.arrive();
  }

  /** Calls a function of `inPage.ts` in the page. */
  call<A extends readonly unknown[], R>({ name }: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.driver.evaluate(`${this.scope}.inPage[${JSON.stringify(name)}](...${JSON.stringify(args)})`);
  }

  /** Waits until the visible license satisfies `holds`, and returns it. */
  sees(holds: (sight: Sight) => boolean): Promise<Sight> {
    return this.until('the license', () => this.call(look), holds);
  }

  /** Waits until the text of an element satisfies `holds`, and returns the text. */
  reads(selector: string, holds = (words: string) => words !== ''): Promise<string> {
    return this.until(selector, () => this.call(textOf, selector), holds);
  }

  async click(role: string, name: string): Promise<void> {
    await this.until(
      `${role} “${name}”`,
      () => this.call(count, role, name),
      (found) => found > 0,
    );
    await this.driver.click(`${this.scope}.inPage[${JSON.stringify(find.name)}](${JSON.stringify(role)}, ${JSON.stringify(name)})`);
  }

  /** Opens a step of the renewal, in any language. */
  async show(step: number): Promise<void> {
    await this.reads('.alx-steps');
    await this.call(showStep, step);
    await this.reads(`.alx-steps > li:nth-child(${step})[aria-current="step"]`);
  }

  press(key: Key): Promise<void> {
    return this.driver.press(key);
  }

  choose(label: string, value: string): Promise<void> {
    return this.call(choose, label, value);
  }

  /** Copies a text with the keyboard, and pastes it into a field. */
  async paste(text: string, role: string, name: string): Promise<void> {
    await this.call(addClipboardField, text);
    await this.press('Control+C');
    await this.call(removeClipboardField);
    await this.click(role, name);
    await this.press('Control+V');
  }

  /** Returns the text of the clipboard. */
  async pasted(): Promise<string> {
    await this.call(addClipboardField, '');
    await this.driver.click('document.querySelector("#clipboard")');
    await this.press('Control+V');
    return this.call(removeClipboardField);
  }

  resize(width: number, height: number): Promise<void> {
    return this.driver.resize(width, height);
  }

  async screenshot(): Promise<Buffer> {
    await this.call(painted);
    return this.driver.screenshot();
  }

  /** The engine's name. */
  get engine(): string {
    return this.driver.runtime.replace(/ .*/, '');
  }

  /** Returns the uncaught errors of the page. */
  problems(): Promise<readonly string[]> {
    return this.call(uncaught);
  }

  // Polls until `holds` returns true. After the timeout, throws with the last value.
  private async until<T>(what: string, see: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
    const deadline = Date.now() + WAIT_MS;
    let seen = await see();
    while (!holds(seen)) {
      if (Date.now() > deadline) throw new Error(`${what}, still after ${WAIT_MS / 1_000} s: ${JSON.stringify(seen)}`);
      await this.call(painted);
      seen = await see();
    }
    return seen;
  }

  private async arrive(): Promise<void> {
    await this.driver.evaluate(`${this.scope}.eval(${JSON.stringify(inPage)})`);
    await this.call(recordProblems);
  }
}
