import { readData, readText } from '../readText.js';
import { type ObservedResponse, toHeaders } from '../recordResponse.js';

/**
 * Reads the response that an error contains. HTTP clients throw an error with `response`, `data`, `body`, `info` or `text`, or throw the response or its
 * parsed body. The key is the response, or the error if there is none.
 */
export function readThrownResponse(error: unknown): Pick<ObservedResponse, 'key' | 'url' | 'headers' | 'readBody'> {
  const thrown = Object(error);
  const cause = Object(thrown.cause);
  const layers = [thrown, Object(thrown.response), cause, Object(cause.response)];
  const response = layers.find((layer) => layer instanceof Response);
  return {
    key: [response, thrown.response].find((value) => typeof value === 'object' && value !== null) ?? thrown,
    url: layers.map(urlOf).find((url) => url !== null) ?? null,
    headers: toHeaders(layers.map(({ headers }) => headers).find((headers) => headers !== undefined)),
    async readBody() {
      if (response && !response.bodyUsed) return readText(response.clone());
      const bodies = layers.flatMap(({ data, _data, body, info, text }) => [data, _data, body, info, text]);
      // Some clients put the fields of the body on the error, or throw the body itself.
      for (const body of [...bodies, { ...thrown }]) {
        const text = await readData(body);
        if (text && text !== '{}') return text;
      }
      return null;
    },
  };
}

/** Returns the URL of a response, or the requested URL if that is all that the HTTP client exposes. */
export function urlOf({ url, request, config }: { url?: unknown; request?: unknown; config?: unknown }): string | null {
  const { responseURL, res, url: requested } = Object(request);
  const { baseURL, url: path } = Object(config);
  const candidates = [
    url,
    responseURL,
    Object(res).responseUrl,
    requested,
    request,
    typeof path === 'string' ? joinUrl(baseURL, path) : null,
  ];
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '') ?? null;
}

// As axios does: an absolute URL replaces the base.
function joinUrl(base: unknown, url: string): string {
  if (typeof base !== 'string' || base === '' || /^([a-z][a-z\d+.-]*:)?\/\//i.test(url)) return url;
  return `${base.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}
