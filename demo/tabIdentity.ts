const NAME = 'demo-tab';

/**
 * A name for this tab that outlives a reload. Each tab has a mock API of its own, so none may take part in the polling of
 * another; a tab that was duplicated starts with the name of the first, which holds the lock on it.
 */
export async function tabIdentity(): Promise<string> {
  const remembered = tabStorage()?.getItem(NAME) ?? null;
  if (remembered !== null && (await isFree(remembered))) return remembered;
  const name = crypto.randomUUID();
  tabStorage()?.setItem(NAME, name);
  void isFree(name);
  return name;
}

/** What is remembered for this tab alone; `null` where the browser keeps nothing. */
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
