let pretends = false;

/** Has this browser say that it is off line, as it does when the network goes, or that it is back. */
export function pretendOffline(offline: boolean): void {
  if (offline === pretends) return;
  pretends = offline;
  if (offline) Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  else Reflect.deleteProperty(navigator, 'onLine');
  window.dispatchEvent(new Event(offline ? 'offline' : 'online'));
}
