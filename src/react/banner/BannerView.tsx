import type { FocusEventHandler, ReactNode, Ref } from 'react';
import { Icon } from '../Icon.js';
import type { LanguageAttributes } from '../useLanguage.js';
import { UndoButton } from './UndoButton.js';
import type { LicenseBannerView } from './useBanner.js';

type BannerViewProps = {
  readonly view: LicenseBannerView;
  /** True while messages load. The banner then only reserves space. */
  readonly isLoading: boolean;
  readonly language: LanguageAttributes;
  /** Lead and detail of the last visit. Reserves their space until the new text is known; `null` for none. */
  readonly reservedText: readonly string[] | null;
  readonly sectionRef: Ref<HTMLElement>;
  readonly onFocus: FocusEventHandler;
  /** The link to the renewal. */
  readonly children: ReactNode;
};

const ICONS = { early: 'clock', expiring: 'clock', grace: 'hourglass', expired: 'lock' } as const;

/** Renders the banner. Holds no React state. */
export function BannerView({ view, isLoading, language, reservedText, sectionRef, onFocus, children }: BannerViewProps): ReactNode {
  const { state, freshness, region, lead, detail, note, undo } = view;
  return (
    <section
      ref={sectionRef}
      onFocus={onFocus}
      className="alx-banner"
      data-license-part="banner"
      data-license-state={state === 'early' ? 'active' : state}
      data-license-freshness={freshness}
      {...language}
      aria-label={isLoading ? undefined : region}
      aria-busy={isLoading || undefined}
    >
      <p className="alx-banner-text" data-fixed={reservedText !== null && reservedText[0] !== '' && freshness === 'pending'}>
        <Icon name={ICONS[state]} />
        {undo && !isLoading ? (
          <span key="snoozed">{lead}</span>
        ) : (
          <span key="warning">
            <strong>{lead}</strong>
            {detail !== '' && <span>{` ${detail}`}</span>}
            {!isLoading && note !== null && <em>{` ${note}`}</em>}
          </span>
        )}
        {reservedText && (
          <span className="alx-banner-room" aria-hidden="true">
            <strong data-room={reservedText[0]} />
            <span data-room={` ${reservedText[1] ?? ''}`} />
          </span>
        )}
      </p>
      <div className="alx-actions">
        {isLoading ? <span className="alx-button alx-quiet" /> : <BannerActions {...view}>{children}</BannerActions>}
      </div>
    </section>
  );
}

type BannerActionsProps = Pick<LicenseBannerView, 'snooze' | 'undo' | 'details'> & { readonly children: ReactNode };

function BannerActions({ snooze, undo, details, children }: BannerActionsProps): ReactNode {
  if (undo) return <UndoButton word={undo.label} undo={undo.run} onEnd={undo.end} />;
  return (
    <>
      {children}
      {snooze && (
        // The second click of a double click on Undo must not hide the banner again.
        <button type="button" className="alx-button alx-quiet" onClick={({ detail: clicks }) => clicks < 2 && snooze.run()}>
          {snooze.label}
        </button>
      )}
      {details && (
        <button type="button" className="alx-button alx-quiet" aria-expanded={details.areShown} onClick={details.run}>
          {details.label}
        </button>
      )}
    </>
  );
}
