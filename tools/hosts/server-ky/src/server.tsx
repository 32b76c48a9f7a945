import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { StrictMode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { createApi } from './createApi.js';
import { Dashboard } from './Dashboard.js';
import { Page } from './Page.js';
import type { Session } from './session.js';

const { ALEXANDRIA_API = '', SESSION = '' } = process.env;
// A real dashboard would look up the session by a cookie.
const session: Session = JSON.parse(SESSION);

const server = createServer(async (request, answer) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const file = join(import.meta.dirname, pathname);
  if (pathname.startsWith('/assets/') && existsSync(file)) {
    answer.setHeader('content-type', pathname.endsWith('.css') ? 'text/css' : 'text/javascript');
    createReadStream(file).pipe(answer);
  } else if (pathname.startsWith('/api/')) {
    const headers = { authorization: request.headers.authorization ?? '' };
    const received = await fetch(ALEXANDRIA_API + pathname.slice('/api'.length) + search, { headers });
    const forwarded = { 'content-type': received.headers.get('content-type') ?? '', date: received.headers.get('date') ?? '' };
    answer.writeHead(received.status, forwarded).end(await received.text());
  } else {
    const page = (
      <StrictMode>
        <Page>
          <Dashboard {...createApi(session)} />
        </Page>
      </StrictMode>
    );
    const { pipe } = renderToPipeableStream(page, {
      bootstrapScriptContent: `window.session = ${JSON.stringify(session)}`,
      bootstrapModules: ['/assets/browser.js'],
      onShellReady() {
        answer.setHeader('content-type', 'text/html');
        pipe(answer);
      },
    });
  }
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify(server.address())));
