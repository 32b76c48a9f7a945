import { type ComponentProps, type ComponentType, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Format } from '../../messages/createFormat.js';
import type { PanelMessages } from '../../messages/Messages.js';
import type { Renewal } from './Renewal.js';
import type { RenewalOptions } from './RenewalOptions.js';
import { useRenewalLink } from './useRenewalLink.js';

type RenewalEntryProps = {
  readonly client: LicenseClient;
  readonly format: Format;
  readonly words: PanelMessages;
  readonly options: RenewalOptions;
  /** True if there is no license to renew. */
  readonly isFirstKey: boolean;
};

type Loaded =
  | { readonly kind: 'closed' | 'loading' | 'failed' }
  | { readonly kind: 'open'; readonly Steps: ComponentType<ComponentProps<typeof Renewal>> };

/** Opens and closes the renewal. Loads its code on opening. Discards the input on closing. */
export function RenewalEntry({ client, format, words, options, isFirstKey }: RenewalEntryProps): ReactNode {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'closed' });
  const stepsId = useId();
  const isOpen = loaded.kind !== 'closed';
  const toggle = useRef<HTMLButtonElement>(null);
  const focusedByLink = useRef<HTMLElement>(null);
  useRenewalLink(client.baseUrl, () => {
    if (!isOpen) setLoaded({ kind: 'loading' });
    focusedByLink.current = toggle.current;
    toggle.current?.focus();
  });
  useEffect(() => {
    if (loaded.kind !== 'loading') return undefined;
    let isUnmounted = false;
    const setIfMounted = (next: Loaded) => {
      if (!isUnmounted) setLoaded(next);
    };
    import('./Renewal.js').then(
      ({ Renewal: Steps }) => setIfMounted({ kind: 'open', Steps }),
      () => setIfMounted({ kind: 'failed' }),
    );
    return () => {
      isUnmounted = true;
    };
  }, [loaded.kind]);
  return (
    <div className="alx-section alx-renewal">
      <div className="alx-renewal-head">
        <h3>{words.renewTitle}</h3>
        <button
          ref={toggle}
          type="button"
          className={isOpen ? 'alx-button alx-quiet' : 'alx-button'}
          aria-expanded={isOpen}
          aria-controls={stepsId}
          onClick={() => {
            focusedByLink.current = null;
            setLoaded({ kind: isOpen ? 'closed' : 'loading' });
          }}
        >
          {isOpen ? words.renewClose : isFirstKey ? words.addKey : words.renew}
        </button>
      </div>
      <div id={stepsId}>
        {loaded.kind === 'open' && <loaded.Steps {...{ client, format, options, focusedByLink }} />}
        <p role="status" className="alx-muted">
          {loaded.kind === 'loading' ? words.renewLoading : loaded.kind === 'failed' ? words.renewFailed : ''}
        </p>
      </div>
    </div>
  );
}
