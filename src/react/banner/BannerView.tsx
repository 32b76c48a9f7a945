import type { FocusEventHandler, ReactNode, Ref } from 'react';
import type { Freshness } from '../../license/freshness.js';
import type { BannerMessages } from '../../messages/Messages.js';
import type { WarnedState } from '../../license/warnedState.js';
import { Icon } from '../Icon.js';
import type { LanguageAttributes } from '../useLanguage.js';
import type { Snooze } from './useDismissal.js';

type BannerViewProps = {
  readonly state: WarnedState;
  readonly freshness: Freshness;
  readonly language: LanguageAttributes;
  /** `null` while messages load. The banner then only reserves space. */
  readonly words: BannerMessages | null;
  readonly lead: string;
  readonly detail: string;
  readonly isDismissed: boolean;
  /** The length of the next snooze. */
  readonly snooze: Snooze;
  readonly dismiss: () => void;
  readonly restore: () => void;
  /** Lead and detail of the last visit. Reserves their space until the new text is known; `null` for none. */
  readonly reservedText: readonly string[] | null;
  readonly sectionRef: Ref<HTMLElement>;
  readonly onFocus: FocusEventHandler;
  /** The link to the renewal. */
  readonly children: ReactNode;
};

const ICONS = { expiring: 'clock', grace: 'hourglass', expired: 'lock' } as const;

/** Renders the banner from its props, without state. */
export function BannerView({
  state,
  freshness,
  language,
  words,
  lead,
  detail,
  isDismissed,
  snooze,
  dismiss,
  restore,
  reservedText,
  sectionRef,
  onFocus,
  children,
}: BannerViewProps): ReactNode {
  const confirmed = freshness === 'fresh' || freshness === 'pending';
  return (
    <section
      ref={sectionRef}
      onFocus={onFocus}
      className="alx-banner"
      data-license-part="banner"
      data-license-state={state}
      data-license-freshness={freshness}
      {...language}
      aria-label={words?.region}
      aria-busy={words === null || undefined}
    >
      <Icon name={ICONS[state]} />
      <div className="alx-banner-body">
        <p className="alx-banner-text">
          <span>
            <strong>{lead}</strong>
            {detail !== '' && <span>{` ${detail}`}</span>}
            {words !== null && !confirmed && <em>{` ${words.unconfirmed}`}</em>}
          </span>
          {reservedText && (
            <span className="alx-banner-room" aria-hidden="true">
              <strong data-room={reservedText[0]} />
              <span data-room={` ${reservedText[1] ?? ''}`} />
            </span>
          )}
        </p>
        <div className="alx-actions">
          {words === null ? <span className="alx-button alx-quiet" /> : children}
          {words !== null && state === 'expiring' && (
            <button type="button" className="alx-button alx-quiet" onClick={dismiss}>
              {words.snooze[snooze]}
            </button>
          )}
          {words !== null && state !== 'expiring' && (
            <button type="button" className="alx-button alx-quiet" aria-expanded={!isDismissed} onClick={isDismissed ? restore : dismiss}>
              {isDismissed ? words.expand : words.collapse}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
