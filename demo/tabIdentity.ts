const NAME = 'demo-tab';

/**
 * Returns a name for this tab that survives a reload. Each tab has its own mock API, so tabs must not share polling.
 * A duplicated tab inherits the name of the first tab, which holds a lock on it. The duplicate then takes a new name.
 */
export async function tabIdentity(): Promise<string> {
  const remembered = tabStorage()?.getItem(NAME) ?? null;
  if (remembered !== null && (await isFree(remembered))) return remembered;
  const name = crypto.randomUUID();
  tabStorage()?.setItem(NAME, name);
  void isFree(name);
  return name;
}

/** Returns the storage of this tab; `null` if the browser denies access. */
export function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function isFree(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock && new Promise(() => undefined);
    };
    navigator.locks.request(`${NAME}-${name}`, { ifAvailable: true }, hold).catch(() => resolve(false));
  });
}
