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
  /** `null` while they load. The banner then only reserves their room. */
  readonly words: BannerMessages | null;
  readonly lead: string;
  readonly detail: string;
  readonly dismissed: boolean;
  /** How long a reminder is put off. */
  readonly snooze: Snooze;
  readonly dismiss: () => void;
  readonly restore: () => void;
  /** The text of the last visit, lead and detail, for which room is reserved; `null` for none. */
  readonly room: readonly string[] | null;
  readonly place: Ref<HTMLElement>;
  readonly onFocus: FocusEventHandler;
  /** The link to the renewal, where there is one. */
  readonly children: ReactNode;
};

const ICONS = { expiring: 'clock', grace: 'hourglass', expired: 'lock' } as const;

/** The banner as it looks, from props alone. */
export function BannerView({
  state,
  freshness,
  language,
  words,
  lead,
  detail,
  dismissed,
  snooze,
  dismiss,
  restore,
  room,
  place,
  onFocus,
  children,
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
          {room && (
            <span className="alx-banner-room" aria-hidden="true">
              <strong data-room={room[0]} />
              <span data-room={` ${room[1] ?? ''}`} />
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
            <button type="button" className="alx-button alx-quiet" aria-expanded={!dismissed} onClick={dismissed ? restore : dismiss}>
              {dismissed ? words.expand : words.collapse}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
