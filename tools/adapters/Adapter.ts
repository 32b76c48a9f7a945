import type { LicenseClientSource } from '../../src/client.js';

/** The form in which a host app reads a response body. */
export type BodyFormat = 'json' | 'text' | 'blob' | 'buffer' | 'stream';

/** A request that a host app sends through its HTTP client. */
export type HostRequest = {
  /** Relative to the base URL, or an absolute URL of another server. */
  readonly path: string;
  readonly json?: object;
  readonly reading?: BodyFormat;
  readonly background?: boolean;
  readonly signal?: AbortSignal;
};

/** The response that the host app receives. `thrown` is the name of the error that the client threw; `null` if it threw none. */
export type HostResponse = { readonly status: number; readonly body: string; readonly thrown: string | null };

/** The host app's configuration of its HTTP client. */
export type Setup = {
  readonly base: string;
  readonly token: string;
  readonly fetch: typeof fetch;
  /** True: the client resolves for every status. */
  readonly calm?: boolean;
  /** A hook of the host app, added before or after the client is watched, throws its own error for a response that is not ok. */
  readonly throwing?: 'earlier' | 'later';
};

/** A configured HTTP client, which a license client can watch. */
export type Api = {
  ask(asked: HostRequest): Promise<HostResponse>;
  watch(client: LicenseClientSource): () => void;
  /** Requests a body, and returns it unread. Missing if the client reads every 402 itself. */
  open?(path: string): Promise<Pick<ReadableStream, 'cancel'>>;
};

/**
 * - `calm`: can be configured to throw for no status
 * - `earlier`, `later`: allows a throwing hook that is added before or after the client is watched
 * - `fetch`: sends requests by a fetch that the app passes
 * - `mark`: marks background requests for that fetch, too
 * - `streams`: receives a response before its body is complete
 */
export type Ability = 'calm' | 'earlier' | 'later' | 'fetch' | 'mark' | 'streams';

/** An HTTP client, and how a host app uses it. */
export type Adapter = {
  readonly name: string;
  /** Its folder in node_modules; `null` for the platform's own `fetch`. */
  readonly library: string | null;
  readonly readings: readonly BodyFormat[];
  /** The abilities that only some clients have. */
  readonly has: readonly Ability[];
  readonly create: (setup: Setup) => Api;
};

/** Reads a response body in a format. Returns it as text. */
export async function readAs(reading: BodyFormat, response: Response): Promise<string> {
  if (reading === 'json') return JSON.stringify(await response.json());
  if (reading === 'text') return response.text();
  if (reading === 'blob') return (await response.blob()).text();
  if (reading === 'buffer') return new TextDecoder().decode(await response.arrayBuffer());
  return textOfStream(response.body);
}

/** Decodes a byte stream, of the web or of Node, as text. */
export async function textOfStream(stream: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream ?? new ReadableStream<Uint8Array>()) text += decoder.decode(chunk, { stream: true });
  return text;
}

/** Returns the body of a response that must have one. */
export function bodyOf({ body }: Response): ReadableStream {
  if (body === null) throw new Error('The response has no body.');
  return body;
}
