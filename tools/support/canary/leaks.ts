import type { Host } from '../host/Host.js';

declare const window: Window & { readonly host: Host };

/** A leak into each watched place, by the place's name in a report. Each function runs in a page. */
export const leaks: Readonly<Record<string, (secret: string) => unknown>> = {
  'the console': (secret) => console.debug('All is well.', new Map([[{ deep: [new Error('', { cause: { of: secret } })] }, 1]])),
  'an error': (secret) =>
    void setTimeout(() => {
      throw new Error('It failed.', { cause: { headers: new Headers({ authorization: secret }) } });
    }),
  'an unhandled rejection': (secret) => {
    const request = new Request('/', { headers: { authorization: secret } });
    void Promise.reject(Object.assign(new Error('It failed.'), { request }));
  },
  'the address': (secret) => {
    const escaped = secret.replace(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
    location.hash = escaped;
  },
  'the history': (secret) => history.replaceState({ secret }, ''),
  'the local storage': (secret) => void Object.assign(localStorage, { note: btoa(`x${secret}`) }),
  'the session storage': (secret) => void Object.assign(sessionStorage, { note: secret.slice(60, 84) }),
  'a storage': (secret) => {
    localStorage.setItem(secret, '');
    localStorage.removeItem(secret);
  },
  'a cookie': (secret) => {
    // biome-ignore lint/suspicious/noDocumentCookie: that is the leak.
    document.cookie = `session=${secret}; max-age=60`;
  },
  'a database': (secret) =>
    new Promise<void>((resolve) => {
      const request = indexedDB.open('notes');
      request.onupgradeneeded = () => void request.result.createObjectStore('notes').put(new TextEncoder().encode(secret), 1);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    }),
  'the cache storage': async (secret) => (await caches.open('notes')).put('/note', new Response(secret)),
  'the query cache': (secret) => void window.host.queryClient.setQueryData(['session', secret], 1),
  'the query cache, in an error': (secret) =>
    window.host.queryClient
      .fetchQuery({ queryKey: ['failing'], queryFn: () => Promise.reject(new Error('It failed.', { cause: secret })) })
      .then(undefined, () => undefined),
  'a message': (secret) => {
    const channel = new BroadcastChannel('notes');
    channel.postMessage({ secret });
    channel.close();
  },
  'the name of a channel': (secret) => new BroadcastChannel(secret).close(),
  'the name of a lock': (secret) => navigator.locks.request(secret, () => undefined),
  'the DOM': (secret) => document.body.append(document.createComment(secret)),
  'the DOM, in an attribute': (secret) => document.body.setAttribute('data-note', secret),
  'the DOM, in a field': (secret) =>
    document.body.append(Object.assign(document.createElement('textarea'), { hidden: true, value: secret })),
  'the DOM, in a shadow tree': (secret) =>
    document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(secret),
  'the name of the window': (secret) => {
    window.name = secret;
  },
  'a global': (secret) => void Object.assign(window, { lastRequest: { headers: [['authorization', secret]] } }),
  'the client': (secret) => void Object.assign(window.host.client, { token: secret }),
  'the clipboard': (secret) =>
    navigator.clipboard.writeText(secret.replace(/[a-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)),
  'a file': (secret) => URL.createObjectURL(new Blob([`DESCRIPTION:${secret.replace(/.{20}/g, '$&\r\n ')}`])),
  'a request': (secret) => {
    const hex = Array.from(secret, (letter) => letter.charCodeAt(0).toString(16)).join('');
    return fetch('/v1/models', { method: 'POST', body: hex });
  },
  // The browser writes the entry after the response has been read.
  'a performance entry': async (secret) => (await fetch(`/healthz?of=${secret}`)).text(),
};
