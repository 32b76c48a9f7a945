const ThisDate = globalThis.Date;
let offset = 0;

/** Milliseconds since 1970 by this machine, whatever the demo has done to the clock of the page. */
export function realNow(): number {
  return ThisDate.now();
}

/** Sets the clock of this page so many milliseconds ahead of the machine's. The monotonic clock goes on, as it would. */
export function shiftBrowserClock(ms: number): void {
  offset = ms;
  globalThis.Date = ms === 0 ? ThisDate : ShiftedDate;
}

const now = () => ThisDate.now() + offset;

const ShiftedDate = new Proxy(ThisDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
