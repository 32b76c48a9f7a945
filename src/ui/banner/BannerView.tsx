import type { FocusEventHandler, ReactNode, Ref } from 'react';
import type { Freshness } from '../../contract/freshness.js';
import type { BannerMessages } from '../../messages/Messages.js';
import type { WarnedState } from '../../status/warnedState.js';
import { Icon } from '../Icon.js';

type BannerViewProps = {
  readonly state: WarnedState;
  readonly freshness: Freshness;
  readonly words: BannerMessages;
  readonly lead: string;
  readonly detail: string;
  readonly dismissed: boolean;
  readonly dismiss: () => void;
  readonly restore: () => void;
  readonly licenseHref: string | undefined;
  /** How many lines the text takes at least. */
  readonly lines: number;
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
  lines,
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
      {/* The line breaks make the room, see banner.css. */}
      <p className="alx-banner-text" {...(lines > 1 ? { 'data-room': '\n'.repeat(lines - 1) } : {})}>
        <strong>{lead}</strong>
        {!dismissed && detail !== '' && ` ${detail}`}
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
