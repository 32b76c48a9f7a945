import { copyBody, copyData } from '../copyBody.js';

/** What an error tells of the answer that it was thrown for. */
type ThrownAnswer = {
  /** The response where there is one, else the error. */
  readonly answer: object;
  /** `null` where it doesn't say. */
  readonly url: string | null;
  readonly headers: Pick<Headers, 'has'>;
  readonly copyBody: () => Promise<string | null>;
};

/**
 * Reads what HTTP clients and wrappers of fetch throw: an error with the `response` (fetch, ky, axios), and the body as `data`, `body`,
 * `info` or `text` of either; a response; a parsed body.
 */
export function readThrownAnswer(error: unknown): ThrownAnswer {
  const thrown = Object(error);
  const cause = Object(thrown.cause);
  const layers = [thrown, Object(thrown.response), cause, Object(cause.response)];
  const response = layers.find((layer) => layer instanceof Response);
  return {
    answer: response ?? thrown.response ?? thrown,
    url: layers.map(addressOf).find((url) => url !== null) ?? null,
    headers: { has: (name) => layers.some(({ headers }) => hasHeader(headers, name)) },
    copyBody: async () => {
      if (response && !response.bodyUsed) return copyBody(response);
      const bodies = layers.flatMap(({ data, _data, body, info, text }) => [data, _data, body, info, text]);
      // Some put the fields of the body on the error, or throw the body itself.
      for (const body of [...bodies, { ...thrown }]) {
        const read = await copyData(body);
        if (read) return read;
      }
      return null;
    },
  };
}

function addressOf({ url, request, config }: { url?: unknown; request?: unknown; config?: unknown }): string | null {
  const { responseURL, res, url: asked } = Object(request);
  const { baseURL, url: path } = Object(config);
  const candidates = [url, responseURL, Object(res).responseUrl, asked, request, typeof path === 'string' ? joined(baseURL, path) : null];
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '') ?? null;
}

function joined(base: unknown, path: string): string {
  if (typeof base !== 'string' || base === '' || /^([a-z][a-z\d+.-]*:)?\/\//i.test(path)) return path;
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

/** Returns true if the headers of fetch, or those of an HTTP client that keeps them in an object, have this name. */
export function hasHeader(headers: unknown, name: string): boolean {
  if (headers instanceof Headers) return headers.has(name);
  return Object.keys(Object(headers)).some((key) => key.toLowerCase() === name);
}
