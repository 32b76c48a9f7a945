import { bundleInPage } from '../support/bundleForPage.js';
import type { Driver, Key } from '../support/Driver.js';
import { choose, count, find, look, noteProblems, offer, painted, type Sight, takeAway, textOf, uncaught } from './inPage.js';

const WAIT_MS = 30_000;
const inPage = bundleInPage(new URL('./inPage.ts', import.meta.url));

/** What somebody sees and does on one page, in whatever engine. */
export class Person {
  private where: 'window' | 'frames[0]' = 'window';

  constructor(
    private readonly driver: Driver,
    private readonly url: string,
  ) {}

  /** Opens the dashboard as on a first visit. */
  async open(search: string): Promise<void> {
    this.where = 'window';
    await this.driver.goto(`${this.url}/empty`);
    await this.driver.evaluate('localStorage.clear()');
    await this.driver.goto(`${this.url}/${search}`);
    await this.arrive();
  }

  /** Opens it in a frame of that width, its renewal open. */
  async openFramed(search: string, width: number): Promise<void> {
    await this.driver.goto(`${this.url}/frame${search}&width=${width}`);
    this.where = 'frames[0]';
    await this.arrive();
  }

  async reload(): Promise<void> {
    await this.driver.reload();
    await this.arrive();
  }

  /** Calls a function of `inPage.ts` there. */
  call<A extends readonly unknown[], R>({ name }: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.driver.evaluate(`${this.where}.inPage[${JSON.stringify(name)}](...${JSON.stringify(args)})`);
  }

  /** What is seen of the license once it holds. */
  sees(holds: (sight: Sight) => boolean): Promise<Sight> {
    return this.until('the license', () => this.call(look), holds);
  }

  /** What is read where a selector points, once there is something that holds. */
  reads(selector: string, holds = (words: string) => words !== ''): Promise<string> {
    return this.until(selector, () => this.call(textOf, selector), holds);
  }

  async click(role: string, name: string): Promise<void> {
    await this.until(
      `${role} “${name}”`,
      () => this.call(count, role, name),
      (found) => found > 0,
    );
    await this.driver.click(`${this.where}.inPage[${JSON.stringify(find.name)}](${JSON.stringify(role)}, ${JSON.stringify(name)})`);
  }

  press(key: Key): Promise<void> {
    return this.driver.press(key);
  }

  choose(label: string, value: string): Promise<void> {
    return this.call(choose, label, value);
  }

  /** Copies a text, by the keyboard, and pastes it into a field. */
  async paste(text: string, role: string, name: string): Promise<void> {
    await this.call(offer, text);
    await this.press('Control+C');
    await this.call(takeAway);
    await this.click(role, name);
    await this.press('Control+V');
  }

  /** What the clipboard holds, by pasting it. */
  async pasted(): Promise<string> {
    await this.call(offer, '');
    await this.driver.click('document.querySelector("#clipboard")');
    await this.press('Control+V');
    return this.call(takeAway);
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

  /** What this page has not caught. */
  problems(): Promise<readonly string[]> {
    return this.call(uncaught);
  }

  // Looks until it holds; in the end says what was seen last.
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
    await this.driver.evaluate(`${this.where}.eval(${JSON.stringify(inPage)})`);
    await this.call(noteProblems);
  }
}
