import type { Server } from 'node:http';

// Time for responses in progress to finish before their connections are closed.
const LINGER_MS = 100;
const RETRY_MS = 100;
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The listener of a server. While it is shut, connections are refused as if the process had stopped. */
export type RestartableListener = {
  /** Stops listening, or listens again on the same port. */
  shut(isShut: boolean): void;
  /** Closes the server and all open connections for good. */
  close(): Promise<void>;
};

/** @internal @param port The port on which `server` listens. */
export function createRestartableListener(server: Server, port: number): RestartableListener {
  let shut = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Keeps the process alive while the listener is shut.
  let alive: ReturnType<typeof setInterval> | undefined;

  const open = async () => {
    try {
      await listen(server, port);
    } catch {
      // The port may be taken by another process, or the listener may still be closing.
      if (!shut) timer = setTimeout(() => void open(), RETRY_MS);
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
      alive = setInterval(() => undefined, MAX_TIMER_MS);
      timer = setTimeout(() => server.closeAllConnections(), LINGER_MS);
    },
    close: () =>
      new Promise((resolve) => {
        shut = true;
        clearTimeout(timer);
        clearInterval(alive);
        // The callback also runs if the server was not listening.
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
