/** The demo dashboard's own error: it knows the status, as those of most HTTP clients do. */
class ApiError extends Error {
  constructor(readonly status: number) {
    super(`The API answered ${status}.`);
  }
}

/** The demo dashboard's own way to ask the API, on a fetch that the license client watches. */
export type ApiClient = {
  get(path: string): Promise<unknown>;
  text(path: string): Promise<string>;
  post(path: string, body: object): Promise<unknown>;
};

/** Builds it; `authorization` is the header's value, `null` where a proxy adds it. */
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
