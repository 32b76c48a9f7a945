import type { FocusEventHandler, ReactNode, Ref } from 'react';
import type { Freshness } from '../../license/freshness.js';
import type { BannerMessages } from '../../messages/Messages.js';
import { Icon } from '../Icon.js';
import type { LanguageAttributes } from '../useLanguage.js';
import { type BannerState, isSnoozable } from './bannerWords.js';
import { UndoButton } from './UndoButton.js';
import type { Snooze } from './useDismissal.js';

type BannerViewProps = {
  readonly state: BannerState;
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
  /** The snooze that the user may still undo; `null` for none. */
  readonly undoable: Snooze | null;
  readonly endUndo: () => void;
  /** The link to the renewal. */
  readonly children: ReactNode;
};

const ICONS = { early: 'clock', expiring: 'clock', grace: 'hourglass', expired: 'lock' } as const;

/** Renders the banner. Holds no React state. */
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
  undoable,
  endUndo,
  children,
}: BannerViewProps): ReactNode {
  const confirmed = freshness === 'fresh' || freshness === 'pending';
  const actions = (loaded: BannerMessages) => {
    if (undoable) return <UndoButton word={loaded.undo} undo={restore} onEnd={endUndo} />;
    return (
      <>
        {children}
        {isSnoozable(state) ? (
          // The second click of a double click on Undo must not hide the banner again.
          <button type="button" className="alx-button alx-quiet" onClick={({ detail: clicks }) => clicks < 2 && dismiss()}>
            {loaded.snooze[snooze]}
          </button>
        ) : (
          <button type="button" className="alx-button alx-quiet" aria-expanded={!isDismissed} onClick={isDismissed ? restore : dismiss}>
            {isDismissed ? loaded.expand : loaded.collapse}
          </button>
        )}
      </>
    );
  };
  return (
    <section
      ref={sectionRef}
      onFocus={onFocus}
      className="alx-banner"
      data-license-part="banner"
      data-license-state={state === 'early' ? 'active' : state}
      data-license-freshness={freshness}
      {...language}
      aria-label={words?.region}
      aria-busy={words === null || undefined}
    >
      <p className="alx-banner-text" data-fixed={reservedText !== null && reservedText[0] !== '' && freshness === 'pending'}>
        <Icon name={ICONS[state]} />
        {undoable && words ? (
          <span key="snoozed">{words.snoozed[undoable]}</span>
        ) : (
          <span key="warning">
            <strong>{lead}</strong>
            {detail !== '' && <span>{` ${detail}`}</span>}
            {words !== null && !confirmed && <em>{` ${words.unconfirmed}`}</em>}
          </span>
        )}
        {reservedText && (
          <span className="alx-banner-room" aria-hidden="true">
            <strong data-room={reservedText[0]} />
            <span data-room={` ${reservedText[1] ?? ''}`} />
          </span>
        )}
      </p>
      <div className="alx-actions">{words === null ? <span className="alx-button alx-quiet" /> : actions(words)}</div>
    </section>
  );
}
