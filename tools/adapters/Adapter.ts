import type { LicenseClient } from '../../src/client.js';

/** How a host has a body read. */
export type Reading = 'json' | 'text' | 'blob' | 'buffer' | 'stream';

/** What a host asks through its HTTP client. */
export type Asked = {
  /** Below the base; an absolute URL goes elsewhere. */
  readonly path: string;
  readonly json?: object;
  readonly reading?: Reading;
  readonly background?: boolean;
  readonly signal?: AbortSignal;
};

/** What the host sees of the answer: the body as it has read it, and the name of the error that was thrown. */
export type Seen = { readonly status: number; readonly body: string; readonly thrown: string | null };

/** How the host has set up its client. */
export type Setup = {
  readonly base: string;
  readonly token: string;
  readonly fetch: typeof fetch;
  /** It wants no error for any status. */
  readonly calm?: boolean;
  /** Its own hook throws something of its own where an answer isn't ok. */
  readonly throwing?: boolean;
};

/** A client of a host's. */
export type Api = { ask(asked: Asked): Promise<Seen>; watch(client: LicenseClient): () => void };

/** An HTTP client, and how a host uses it. */
export type Adapter = {
  readonly name: string;
  /** Its folder in node_modules; `null` for what the platform brings. */
  readonly library: string | null;
  readonly readings: readonly Reading[];
  /** What the cases for only some of them need. */
  readonly has: readonly ('calm' | 'throwing' | 'fetch' | 'mark')[];
  readonly create: (setup: Setup) => Api;
};

/** Reads a response as a host would. */
export async function readAs(reading: Reading, response: Response): Promise<string> {
  if (reading === 'json') return JSON.stringify(await response.json());
  if (reading === 'text') return response.text();
  if (reading === 'blob') return (await response.blob()).text();
  if (reading === 'buffer') return new TextDecoder().decode(await response.arrayBuffer());
  return textOfStream(response.body);
}

/** The text of a stream of bytes, of the web or of Node. */
export async function textOfStream(stream: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream ?? new ReadableStream<Uint8Array>()) text += decoder.decode(chunk, { stream: true });
  return text;
}
