let pretendsOffline = false;

/** Makes the browser report that it is offline, or online again: `navigator.onLine` and the matching event. */
export function pretendOffline(offline: boolean): void {
  if (offline === pretendsOffline) return;
  pretendsOffline = offline;
  if (offline) Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  else Reflect.deleteProperty(navigator, 'onLine');
  window.dispatchEvent(new Event(offline ? 'offline' : 'online'));
}
