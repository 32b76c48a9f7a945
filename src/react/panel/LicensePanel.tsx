import type { ReactNode } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Format } from '../../messages/createFormat.js';
import { nameMessages, noticeMessages, panelMessages } from '../../messages/en.js';
import { earlyReminderAt } from '../../license/earlyReminder.js';
import { tierName } from '../../messages/nameOf.js';
import { useLicenseContext } from '../LicenseContext.js';
import { RenewalSection } from '../renewal/RenewalSection.js';
import type { RenewalOptions } from '../renewal/RenewalOptions.js';
import { useRenewalEntry } from '../renewal/useRenewalEntry.js';
import { useLicense } from '../useLicense.js';
import { StopList } from '../StopList.js';
import { useWords } from '../useWords.js';
import { CheckStatus } from './CheckStatus.js';
import { EntitlementList } from './EntitlementList.js';
import { headingBelow, type HeadingLevel } from '../headingBelow.js';
import { PanelHeading } from './PanelHeading.js';
import { KeyDates } from './KeyDates.js';
import { LicenseTimeline } from './LicenseTimeline.js';
import { PanelFooter } from './PanelFooter.js';
import { PanelNotes } from './PanelNotes.js';
import { nextWords } from './panelWords.js';

/** The props of {@link LicensePanel}. */
export type LicensePanelProps = {
  /** The options of the renewal, such as Alexandria's public keys. */
  readonly renewal?: RenewalOptions;
  /** The level of the panel's heading. Default: 2. `null` renders the title as plain text. */
  readonly heading?: HeadingLevel | null;
};

const NO_OPTIONS: RenewalOptions = {};

/**
 * Shows admins the state of the license, its dates and each entitlement, and helps them renew it. Shows members a note that only admins can see the
 * license.
 *
 * @example <LicensePanel renewal={{ trustedKeys: [alexandriaPublicKey] }} />
 */
export function LicensePanel({ renewal = NO_OPTIONS, heading = 2 }: LicensePanelProps): ReactNode {
  const { role, format, client, language } = useLicenseContext();
  if (client === null) return null;
  if (format === null) return <section className="alx-panel" data-license-part="panel" aria-busy="true" {...language} />;
  // Remounts for another user, so that the input is cleared.
  return role === 'admin' ? (
    <AdminPanel key={`${client.baseUrl} ${client.scope}`} {...{ client, format, renewal, heading }} />
  ) : (
    <MemberPanel />
  );
}

/** Also shown to an admin after a 403. */
function MemberPanel(): ReactNode {
  const { freshness, language } = useLicenseContext();
  const words = useWords('panel', panelMessages);
  return (
    <section
      className="alx-panel"
      data-license-part="panel"
      data-license-state="unknown"
      data-license-freshness={freshness}
      {...language}
      aria-label={words.title}
    >
      {/* Announced, because it replaces the panel of an admin. */}
      <p className="alx-section" role={freshness === 'forbidden' ? 'alert' : undefined}>
        {freshness === 'forbidden' ? words.failures.forbidden : words.memberOnly}
      </p>
    </section>
  );
}

type AdminPanelProps = {
  readonly client: LicenseClient;
  readonly format: Format;
  readonly renewal: RenewalOptions;
  readonly heading: HeadingLevel | null;
};

function AdminPanel({ client, format, renewal, heading }: AdminPanelProps): ReactNode {
  const { language, links, reminderDays } = useLicenseContext();
  const { state, license, freshness, reminder } = useLicense();
  const words = useWords('panel', panelMessages);
  const names = useWords('names', nameMessages);
  const { links: linkWords } = useWords('notice', noticeMessages);
  const { isOpen, open, close, openerRef, titleRef, focusedByLink } = useRenewalEntry(client.baseUrl);
  const earlyAt = earlyReminderAt(license, reminderDays);
  const next = license && nextWords({ state, reminder, license, earlyAt }, words, format);
  const isUnlicensed = state === 'unlicensed';
  const renewTitle = isUnlicensed ? words.addKey : words.renew;
  const tier = license?.tier == null ? words.title : tierName(names, license.tier);
  const Subheading = headingBelow(heading ?? 2, 1);
  return (
    <section
      className="alx-panel"
      data-license-part="panel"
      data-license-state={state}
      data-license-freshness={freshness}
      {...language}
      aria-label={words.title}
    >
      <header className="alx-header">
        <div>
          <PanelHeading level={heading} badge={license && !isUnlicensed ? words.states[state] : null}>
            {isUnlicensed ? words.noTier : tier}
          </PanelHeading>
          <CheckStatus words={words} names={names} format={format} />
        </div>
        {!isOpen && (
          <button
            ref={openerRef}
            type="button"
            className={isUnlicensed || reminder === 'due' ? 'alx-button alx-main' : 'alx-button'}
            onClick={open}
          >
            {renewTitle}
          </button>
        )}
      </header>
      <PanelNotes words={words} />
      {isOpen && (
        <RenewalSection
          {...{ client, format, words, titleRef, focusedByLink, close }}
          options={renewal}
          title={renewTitle}
          Heading={Subheading}
          StepHeading={headingBelow(heading ?? 2, 2)}
        />
      )}
      {license === null ? (
        <div className="alx-section">
          <p>{freshness === 'pending' ? words.waiting : words.nothingKnown}</p>
        </div>
      ) : (
        <div className="alx-section alx-facts">
          <KeyDates {...{ license, state, words, names, format }} />
          {state === 'active' && license.expiresAt === null && <p>{words.noEnd}</p>}
          <LicenseTimeline {...{ license, state, earlyAt, words, format }} />
          {next && (
            <div className="alx-next">
              {!isUnlicensed && (
                <Subheading>{state === 'expired' && license.entitlements.length > 0 ? words.restoreTitle : words.nextTitle}</Subheading>
              )}
              <p className="alx-muted">{next}</p>
              <StopList {...{ state, license }} stops={words.stops} />
            </div>
          )}
        </div>
      )}
      {state !== 'unknown' && (
        <EntitlementList links={links} contact={linkWords.contact} {...{ license, state, words, names, format, Subheading }} />
      )}
      <PanelFooter {...{ client, format }} />
    </section>
  );
}
