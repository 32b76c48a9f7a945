import { getResponse, HttpResponse, http } from 'msw';
import { handlers } from '../../mocks/handlers.js';
import { serveAlexandria } from '../../mocks/serveAlexandria.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { type Alexandria, startAlexandria } from '../../mocks/startAlexandria.js';
import { serveDashboardFiles } from '../support/dashboardFiles.js';

/** A built dashboard and the mock API on one origin, over real HTTP. */
export type ServedDashboard = {
  readonly url: string;
  readonly alexandria: Alexandria;
  /** Signs a user in. The proxy in front of the API adds the session token. */
  signIn(role: 'admin' | 'member'): void;
  /** Holds license responses back until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
};

/** Serves the files of `buildDashboard`. */
export async function serveDashboard(files: string): Promise<ServedDashboard> {
  const alexandria = await startAlexandria();
  const routes = handlers(alexandria);
  const tokens = { admin: await mintSessionToken('admin'), member: await mintSessionToken('member') };
  let role: keyof typeof tokens = 'admin';
  let held: Promise<void> = Promise.resolve();

  const proxied = http.get(/\/(admin|scim)\//, async ({ request }) => {
    if (request.url.endsWith('/admin/license')) await held;
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${tokens[role]}`);
    return getResponse(routes, new Request(request.url, { headers }));
  });
  // A frame can have any width. Some windows have a minimum width.
  const frame = http.get('*/frame', ({ request }) => {
    const { searchParams, search } = new URL(request.url);
    const width = Number(searchParams.get('width'));
    const style = 'body { margin: 0 } iframe { border: 0; block-size: 100vh }';
    return HttpResponse.html(
      `<!doctype html><style>${style}</style><iframe width="${width}" src="/${search.replace(/&amp;|"/g, '')}#renew-license"></iframe>`,
    );
  });
  const empty = http.get('*/empty', () => HttpResponse.html('<!doctype html><title>Empty</title>'));
  const { url, close } = await serveAlexandria(alexandria, { handlers: [proxied, frame, empty, serveDashboardFiles(files)] });
  return {
    url,
    alexandria,
    signIn(next) {
      role = next;
    },
    hold() {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    close,
  };
}
