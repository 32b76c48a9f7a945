/** Replaces the demo on insecure pages, where browsers offer neither signing nor service workers. */
export function NoMocks() {
  const { port, pathname, search } = location;
  const local = `http://localhost${port && `:${port}`}${pathname}${search}`;
  return (
    <main className="demo-nothing">
      <h1>The demo needs a secure page</h1>
      <p>
        It signs its license keys in the browser, and answers its own requests through a service worker. Browsers allow both only on{' '}
        <code>https://</code> and on <code>http://localhost</code>; this page came from <code>{location.origin}</code>.
      </p>
      <p>
        On the machine that serves it, open <a href={local}>{local}</a>. From another one, forward the port, or put it behind https.
      </p>
      <p>
        Against a real API it also runs on plain http: <code>ALEXANDRIA_API=http://… npm run demo</code>.
      </p>
    </main>
  );
}
