import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

type Body = { readonly expires_at: string; readonly grace_remaining_seconds: number };

// A banner that a team could write in an hour, with one request. It shows our text in the grace period, without feature names.
// With `?bare`, it shows only the remaining time, and has no styles.
const bare = location.search === '?bare';

function Banner(): ReactNode {
  const [body, setBody] = useState<Body | null>(null);
  useEffect(() => {
    fetch('/admin/license', { headers: { accept: 'application/json' } })
      .then((response) => response.json())
      .then(setBody);
  }, []);
  if (body === null) return null;
  const left = body.grace_remaining_seconds;
  return (
    <section className="license-banner" data-license-part="banner">
      <p>
        License expired. Licensed features stop in {Math.floor(left / 86_400)} days, {Math.floor((left % 86_400) / 3_600)} hours.
      </p>
      {!bare && <p>They stop on {new Date(Date.now() + left * 1_000).toLocaleString()}.</p>}
      <a href="/license">Renew license</a>
    </section>
  );
}

const element = document.body.appendChild(document.createElement('div'));
createRoot(element).render(
  <QueryClientProvider client={new QueryClient()}>
    <Banner />
    <h1>Dashboard</h1>
  </QueryClientProvider>,
);
