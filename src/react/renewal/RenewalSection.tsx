import { type ComponentProps, type ComponentType, type ReactNode, type Ref, useEffect, useId, useState } from 'react';
import type { PanelMessages } from '../../messages/Messages.js';
import type { HeadingTag } from '../headingBelow.js';
import type { Renewal } from './Renewal.js';

type RenewalSectionProps = ComponentProps<typeof Renewal> & {
  readonly words: PanelMessages;
  readonly title: string;
  readonly Heading: HeadingTag;
  readonly titleRef: Ref<HTMLHeadingElement>;
};

type Loaded = 'mounted' | 'loading' | 'failed' | { readonly Steps: ComponentType<ComponentProps<typeof Renewal>> };

/** Shows the renewal under its title. Loads its code when it mounts. Unmounting discards the input. */
export function RenewalSection({ words, title, Heading, titleRef, close, ...renewal }: RenewalSectionProps): ReactNode {
  const [loaded, setLoaded] = useState<Loaded>('mounted');
  const titleId = useId();
  useEffect(() => {
    // After the first commit, because screen readers announce only changes of a live region.
    setLoaded('loading');
    let isUnmounted = false;
    const setIfMounted = (next: Loaded) => {
      if (!isUnmounted) setLoaded(next);
    };
    import('./Renewal.js').then(
      ({ Renewal: Steps }) => setIfMounted({ Steps }),
      () => setIfMounted('failed'),
    );
    return () => {
      isUnmounted = true;
    };
  }, []);
  return (
    <section className="alx-section alx-renewal" aria-labelledby={titleId}>
      <div className="alx-renewal-head">
        <Heading ref={titleRef} id={titleId} tabIndex={-1}>
          {title}
        </Heading>
        <button type="button" className="alx-button alx-quiet" onClick={close}>
          {words.renewClose}
        </button>
      </div>
      {typeof loaded === 'object' && <loaded.Steps {...renewal} close={close} />}
      <p role="status" className="alx-muted">
        {loaded === 'loading' ? words.renewLoading : loaded === 'failed' ? words.renewFailed : ''}
      </p>
    </section>
  );
}
