import type { ReactNode } from 'react';

/** Shows a sentence, with the names in it as code. `isolate` marks the names. */
export function NamedText({ children }: { readonly children: string }): ReactNode {
  return children.split(/\u2068([^\u2069]*)\u2069/).map((text, at) =>
    at % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other key
      <span key={at}>{text}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other key
      <code key={at} dir="ltr" translate="no">
        {text}
      </code>
    ),
  );
}
