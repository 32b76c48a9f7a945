/** Replaces the demo on insecure pages, where browsers offer neither signing nor service workers. */
export function NoMocks() {
  const { port, pathname, search } = location;
  const local = `http://localhost${port && `:${port}`}${pathname}${search}`;
  return (
    <main className="demo-nothing">
      <h1>The demo needs a secure page</h1>
      <p>
        It signs license keys in the browser, and a service worker answers its requests. Browsers allow both only on <code>https://</code>{' '}
        and <code>http://localhost</code>. This page comes from <code>{location.origin}</code>.
      </p>
      <p>
        On the machine that serves the demo, open <a href={local}>{local}</a>. On another machine, forward the port or use https.
      </p>
      <p>
        With a real API, it also runs on plain http: <code>ALEXANDRIA_API=http://… npm run demo</code>.
      </p>
    </main>
  );
}
