import type { ReactNode } from 'react';

/** The whole document. The browser hydrates it together with `children`. */
export function Page({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>Server rendering, ky</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/browser.css" />
      </head>
      <body>{children}</body>
    </html>
  );
}
