/** The demo dashboard's own error. It has the HTTP status, like the errors of most HTTP clients. */
class ApiError extends Error {
  constructor(readonly status: number) {
    super(`The API answered ${status}.`);
  }
}

/** The demo dashboard's own HTTP client. It uses a fetch that the license client watches. */
export type ApiClient = {
  get(path: string): Promise<unknown>;
  text(path: string): Promise<string>;
  post(path: string, body: object): Promise<unknown>;
};

/** Creates the HTTP client. `authorization` is the value of the header; `null` if a proxy adds it. */
export function createApiClient(fetch: typeof globalThis.fetch, authorization: string | null): ApiClient {
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (authorization !== null) headers.set('authorization', authorization);
    const response = await fetch(path, { ...init, headers });
    if (!response.ok) throw new ApiError(response.status);
    return response;
  };
  return {
    get: async (path) => (await send(path)).json(),
    text: async (path) => (await send(path)).text(),
    post: async (path, body) =>
      (await send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })).json(),
  };
}
