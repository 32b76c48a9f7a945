/** A key, alone or with Control. */
export type Key = 'Tab' | 'Control+C' | 'Control+V';

/** One browser page, driven as a user would. It contains only what every engine supports. */
export type Driver = {
  /** Name and version of the engine. */
  readonly runtime: string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Evaluates an expression in the page, and awaits its promise. The result must be JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks the element that an expression in the page returns, with the pointer. */
  click(expression: string): Promise<void>;
  /** Presses a key on the focused element. */
  press(key: Key): Promise<void>;
  /** Sets the size of the viewport in CSS pixels; in WebKit, the size of the window. */
  resize(width: number, height: number): Promise<void>;
  /** Takes a PNG of the visible page. */
  screenshot(): Promise<Buffer>;
  /** Ends the browser and its helper processes. */
  close(): Promise<void>;
};
