/** A key of the keyboard, alone or with Control. */
export type Key = 'Tab' | 'Control+C' | 'Control+V';

/** One page of a browser, driven as a person would: what each of the engines can, and no more. */
export type Driver = {
  /** The engine, and its version. */
  readonly runtime: string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The value of an expression in the page, once its promise is kept; it has to survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks the element that an expression in the page gives, by the pointer. */
  click(expression: string): Promise<void>;
  /** Presses a key where the focus is. */
  press(key: Key): Promise<void>;
  /** The size of what shows the page, in CSS pixels; an engine may be held to a size by its window. */
  resize(width: number, height: number): Promise<void>;
  /** What is seen of the page, as a PNG. */
  screenshot(): Promise<Buffer>;
  /** Ends the browser, and whatever was started for it. */
  close(): Promise<void>;
};
