import type { Server } from 'node:http';

// What is being answered may end.
const LINGER_MS = 100;
const AGAIN_MS = 100;
const LONGEST_MS = 2 ** 31 - 1;

/** The listener of a server, which can be closed for a while: connections are refused then, as by a process that is gone. */
export type RestartableListener = {
  /** Closes the listener, or listens again on the same port. */
  shut(isShut: boolean): void;
  /** Closes it for good, open connections included. */
  close(): Promise<void>;
};

/** @internal @param port Where `server` listens. */
export function createRestartableListener(server: Server, port: number): RestartableListener {
  let shut = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Nothing else would keep the process alive meanwhile.
  let alive: ReturnType<typeof setInterval> | undefined;

  const open = async () => {
    try {
      await listen(server, port);
    } catch {
      // Another process may have taken the port; or the listener is not quite closed yet.
      if (!shut) timer = setTimeout(() => void open(), AGAIN_MS);
    }
    if (shut) server.close();
  };
  return {
    shut(isShut) {
      if (isShut === shut) return;
      shut = isShut;
      clearTimeout(timer);
      clearInterval(alive);
      if (!shut) {
        void open();
        return;
      }
      server.close();
      server.closeIdleConnections();
      alive = setInterval(() => undefined, LONGEST_MS);
      timer = setTimeout(() => server.closeAllConnections(), LINGER_MS);
    },
    close: () =>
      new Promise((resolve) => {
        shut = true;
        clearTimeout(timer);
        clearInterval(alive);
        // One that doesn't listen any more is closed as well.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @internal Listens on the loopback address. */
export async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => reject(error);
    server.once('error', fail).listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve();
    });
  });
}
