const ThisDate = globalThis.Date;
let offset = 0;

/** Returns this machine's time in milliseconds since 1970. Ignores the shifted clock of the page. */
export function realNow(): number {
  return ThisDate.now();
}

/** Sets the page's clock `ms` ahead of the machine's. As in a real clock change, `performance.now()` is unaffected. */
export function shiftBrowserClock(ms: number): void {
  offset = ms;
  globalThis.Date = ms === 0 ? ThisDate : ShiftedDate;
}

const now = () => ThisDate.now() + offset;

const ShiftedDate = new Proxy(ThisDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
