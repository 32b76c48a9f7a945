import type { Host } from '../host/Host.js';
import { inFull } from './inFull.js';
import type { Finding } from './Secret.js';

const OWN = new Set(['canary', 'host']);

/** Reads every place in a page that can keep a text. */
export async function pageHolds(globals: ReadonlySet<string>): Promise<readonly Finding[]> {
  const host: Host | undefined = Reflect.get(window, 'host');
  const added = Object.getOwnPropertyNames(window).filter((name) => !globals.has(name) && !OWN.has(name));
  return [
    { place: 'the address', text: `${location.href} ${document.referrer}` },
    { place: 'the history', text: inFull(history.state) },
    { place: 'the local storage', text: inFull({ ...localStorage }) },
    { place: 'the session storage', text: inFull({ ...sessionStorage }) },
    { place: 'a cookie', text: document.cookie },
    { place: 'a database', text: await readDatabases() },
    { place: 'the cache storage', text: await readCaches() },
    { place: 'the DOM', text: readDom(document) },
    { place: 'the name of the window', text: window.name },
    { place: 'a global', text: added.map((name) => `${name} ${inFull(Reflect.get(window, name))}`).join('\n') },
    {
      place: 'a performance entry',
      text: performance
        .getEntries()
        .map((entry) => inFull(entry.toJSON()))
        .join('\n'),
    },
    { place: 'the query cache', text: host ? readQueries(host) : '' },
    { place: 'the client', text: inFull(host?.client) },
  ];
}

function readQueries({ queryClient }: Host): string {
  const queries = queryClient.getQueryCache().getAll();
  const mutations = queryClient.getMutationCache().getAll();
  return inFull([
    ...queries.map(({ queryKey, queryHash, state, meta }) => ({ queryKey, queryHash, state, meta })),
    ...mutations.map(({ state, meta, options }) => ({ state, meta, key: options.mutationKey })),
  ]);
}

// Markup contains attributes, texts and comments, but no entered values, shadow trees or templates.
function readDom(root: Document | ShadowRoot | DocumentFragment): string {
  const parts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (node.nodeValue !== null) parts.push(node.nodeValue);
    if (!(node instanceof Element)) continue;
    for (const { name, value } of node.attributes) parts.push(`${name}=${value}`);
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement) {
      parts.push(node.value, node instanceof HTMLInputElement ? inFull([...(node.files ?? [])].map(({ name }) => name)) : '');
    }
    if (node instanceof HTMLTemplateElement) parts.push(readDom(node.content));
    if (node.shadowRoot) parts.push(readDom(node.shadowRoot));
  }
  return parts.join('\n');
}

async function readDatabases(): Promise<string> {
  const parts: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    parts.push(name);
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      parts.push(store, inFull([await answer(rows.getAllKeys()), await answer(rows.getAll())]));
    }
    database.close();
  }
  return parts.join('\n');
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function readCaches(): Promise<string> {
  const parts: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      parts.push(name, inFull(request), (await (await cache.match(request))?.text()) ?? '');
    }
  }
  return parts.join('\n');
}
