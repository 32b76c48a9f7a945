import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Profiler, type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { GRACE, SIX, stubLicense } from './license.js';
import type { Side } from './Side.js';

type Body = { readonly expires_at: string; readonly grace_remaining_seconds: number };
type Ask = { readonly ask: () => Promise<Body> };

const Banner = ({ body }: { readonly body: Body | undefined }): ReactNode =>
  body === undefined ? null : (
    <p role="status">License expired. Features stop in {Math.floor(body.grace_remaining_seconds / 86_400)} days.</p>
  );

const asking = (): Ask => {
  const { fetch } = stubLicense(GRACE, SIX);
  return { ask: async () => (await fetch()).json() };
};

let poll: () => Promise<void> = () => Promise.reject(new Error('The side is not mounted.'));

function Poller({ ask }: Ask): ReactNode {
  const [body, setBody] = useState<Body>();
  useEffect(() => {
    poll = async () => setBody(await ask());
    void poll();
  }, [ask]);
  return <Banner body={body} />;
}

/** Fetches in an effect, and stores the response in state. */
export function byEffect(): Side {
  return {
    mount(element, onCommit) {
      createRoot(element).render(
        <Profiler id="by effect" onRender={onCommit}>
          <Poller {...asking()} />
        </Profiler>,
      );
    },
    poll: () => poll(),
  };
}

function Query({ ask }: Ask): ReactNode {
  const { ...all } = useQuery<Body>({ queryKey: ['license'], queryFn: ask });
  return <Banner body={all.data} />;
}

/** Spreads the whole result of `useQuery`, as is often done. Any change in the result then causes a render. */
export function byQuery(): Side {
  const queries = new QueryClient();
  return {
    mount(element, onCommit) {
      createRoot(element).render(
        <QueryClientProvider client={queries}>
          <Profiler id="by query" onRender={onCommit}>
            <Query {...asking()} />
          </Profiler>
        </QueryClientProvider>,
      );
    },
    poll: () => queries.refetchQueries({ queryKey: ['license'] }),
  };
}
