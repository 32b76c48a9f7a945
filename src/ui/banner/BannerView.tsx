import type { FocusEventHandler, ReactNode, Ref } from 'react';
import type { Freshness } from '../../contract/freshness.js';
import type { BannerMessages } from '../../messages/Messages.js';
import { Icon } from '../Icon.js';
import type { BannerState } from './bannerWords.js';

type BannerViewProps = {
  readonly state: BannerState;
  readonly freshness: Freshness;
  readonly words: BannerMessages;
  readonly lead: string;
  readonly detail: string;
  readonly dismissed: boolean;
  readonly dismiss: () => void;
  readonly restore: () => void;
  readonly licenseHref: string | undefined;
  readonly place: Ref<HTMLElement>;
  readonly onFocus: FocusEventHandler;
};

const ICONS = { expiring: 'clock', grace: 'hourglass', expired: 'lock' } as const;

/** The banner as it looks, from props alone. */
export function BannerView({
  state,
  freshness,
  words,
  lead,
  detail,
  dismissed,
  dismiss,
  restore,
  licenseHref,
  place,
  onFocus,
}: BannerViewProps): ReactNode {
  const confirmed = freshness === 'fresh' || freshness === 'pending';
  return (
    <section
      ref={place}
      onFocus={onFocus}
      className="alx-banner"
      data-license-part="banner"
      data-license-state={state}
      data-license-freshness={freshness}
      aria-label={words.region}
    >
      <Icon name={ICONS[state]} />
      <p className="alx-banner-text">
        <strong>{lead}</strong>
        {!dismissed && ` ${detail}`}
        {!confirmed && <em> {words.unconfirmed}</em>}
      </p>
      <div className="alx-actions">
        {licenseHref !== undefined && (
          <a className="alx-button" href={licenseHref}>
            {words.view}
          </a>
        )}
        {state === 'expiring' ? (
          <button type="button" className="alx-button alx-quiet" onClick={dismiss}>
            {words.snooze}
          </button>
        ) : (
          <button type="button" className="alx-button alx-quiet" aria-expanded={!dismissed} onClick={dismissed ? restore : dismiss}>
            {dismissed ? words.expand : words.collapse}
          </button>
        )}
      </div>
    </section>
  );
}
