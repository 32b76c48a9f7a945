import { HttpResponse, http } from 'msw';
import { faultyAnswer, isAltered, isMisdated } from './faults.js';
import { demoRoutes } from './routes.js';
import { readSessionRole } from './sessionTokens.js';
import type { Alexandria } from './startAlexandria.js';

/** Options of the request handlers. */
export type HandlerOptions = {
  /** The base URL of the mock API. Default: any origin, no path prefix. */
  readonly baseUrl?: string;
};

type Answer = (request: Request) => Response | Promise<Response>;

/**
 * Returns the request handlers of the mock API. They work with MSW in the browser and in tests, and in the HTTP server.
 *
 * @example setupWorker(...handlers(await startAlexandria({ scenario: 'grace' })))
 */
export function handlers(alexandria: Alexandria, { baseUrl = '*' }: HandlerOptions = {}) {
  // Responses whose `Date`, or lack of one, is the fault.
  const misdated = new WeakSet<Response>();
  const base = baseUrl.replace(/\/+$/, '');
  const dated =
    (answer: Answer) =>
    async ({ request }: { request: Request }) => {
      const response = alexandria.fault() === 'refused' ? Response.error() : await answer(request);
      // A network error has no headers.
      if (response.type === 'error') return response;
      if (!misdated.has(response)) response.headers.set('date', new Date(alexandria.now()).toUTCString());
      response.headers.set('cache-control', 'no-store');
      return response;
    };
  const license: Answer = (request) => {
    const fault = alexandria.fault();
    const right = { body: alexandria.licenseBody(), now: alexandria.now() };
    if (fault === null) return admin(() => HttpResponse.json(right.body))(request);
    const answer = () => {
      const response = faultyAnswer(fault, right);
      if (isMisdated(fault)) misdated.add(response);
      return response;
    };
    return isAltered(fault) ? admin(answer)(request) : answer();
  };
  const session =
    (answer: Answer): Answer =>
    async (request) =>
      (await readSessionRole(request.headers.get('authorization'))) === null
        ? problem(401, 'Unauthorized', 'A session token is needed.', request)
        : answer(request);
  const admin =
    (answer: Answer): Answer =>
    async (request) => {
      const role = await readSessionRole(request.headers.get('authorization'));
      if (role === null) return problem(401, 'Unauthorized', 'A session token is needed.', request);
      return role === 'admin' ? answer(request) : problem(403, 'Forbidden', 'An admin session is needed.', request);
    };
  const gated =
    (entitlement: string, answer: Answer): Answer =>
    (request) =>
      alexandria.allows(entitlement) ? answer(request) : paymentRequired(alexandria.namesEntitlement() ? entitlement : null, request);

  return [
    http.get(
      `${base}/admin/license`,
      dated((request) => {
        alexandria.countRequest();
        return license(request);
      }),
    ),
    ...demoRoutes.map(({ method, path, entitlement, access, answer }) => {
      const permitted = access === 'admin' ? admin(answer) : answer;
      const licensed = entitlement === undefined ? permitted : session(gated(entitlement, permitted));
      return http[method](`${base}${path}`, dated(licensed));
    }),
  ];
}

function paymentRequired(entitlement: string | null, request: Request): Response {
  if (entitlement === null) return HttpResponse.json({ detail: 'Payment Required' }, { status: 402 });
  const detail = `This needs the entitlement ${entitlement}, which no license in force includes.`;
  return problem(402, 'Payment Required', detail, request, { entitlement });
}

function problem(status: number, title: string, detail: string, request: Request, members: Record<string, string> = {}): Response {
  const body = { type: 'about:blank', title, status, detail, instance: new URL(request.url).pathname, ...members };
  return HttpResponse.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}
