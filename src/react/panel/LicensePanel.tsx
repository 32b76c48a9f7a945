import { type ReactNode, useId } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Format } from '../../messages/createFormat.js';
import { nameMessages, noticeMessages, panelMessages } from '../../messages/en.js';
import { useLicenseContext } from '../LicenseContext.js';
import { RenewalEntry } from '../renewal/RenewalEntry.js';
import type { RenewalOptions } from '../renewal/RenewalOptions.js';
import { useLicense } from '../useLicense.js';
import { useWords } from '../useWords.js';
import { CheckStatus } from './CheckStatus.js';
import { EntitlementList } from './EntitlementList.js';
import { LicenseSummary } from './LicenseSummary.js';
import { LicenseTimeline } from './LicenseTimeline.js';
import { PanelFooter } from './PanelFooter.js';
import { PanelNotes } from './PanelNotes.js';
import { nextWords } from './panelWords.js';

/** The props of {@link LicensePanel}. */
export type LicensePanelProps = {
  /** The options of the renewal, above all Alexandria's public keys. */
  readonly renewal?: RenewalOptions;
};

const NO_OPTIONS: RenewalOptions = {};

/**
 * Shows admins the state of the license, its expiry and each entitlement. Shows members a note that only admins can see the license.
 *
 * @example <LicensePanel renewal={{ trustedKeys: [alexandriaPublicKey] }} />
 */
export function LicensePanel({ renewal = NO_OPTIONS }: LicensePanelProps): ReactNode {
  const { role, format, client, language } = useLicenseContext();
  if (client === null) return null;
  if (format === null) return <section className="alx-panel" data-license-part="panel" aria-busy="true" {...language} />;
  return role === 'admin' ? <AdminPanel {...{ client, format, renewal }} /> : <MemberPanel />;
}

type AdminPanelProps = { readonly client: LicenseClient; readonly format: Format; readonly renewal: RenewalOptions };

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
      <p className="alx-section">{words.memberOnly}</p>
    </section>
  );
}

function AdminPanel({ client, format, renewal }: AdminPanelProps): ReactNode {
  const { language, links } = useLicenseContext();
  const { state, license, freshness } = useLicense();
  const words = useWords('panel', panelMessages);
  const names = useWords('names', nameMessages);
  const { links: linkWords } = useWords('notice', noticeMessages);
  const titleId = useId();
  const next = license && nextWords(state, license, words, format);
  return (
    <section
      className="alx-panel"
      data-license-part="panel"
      data-license-state={state}
      data-license-freshness={freshness}
      {...language}
      aria-labelledby={titleId}
    >
      <header className="alx-header">
        <h2 id={titleId}>{words.title}</h2>
        <CheckStatus words={words} names={names} format={format} />
      </header>
      <PanelNotes words={words} />
      <div className="alx-section alx-facts">
        <LicenseSummary {...{ license, state, words, names, format, freshness }} />
        {license && <LicenseTimeline {...{ license, state, words, format }} />}
      </div>
      {next && (
        <div className="alx-section alx-next">
          <p>
            <strong>{words.nextTitle}</strong>
            <span>{` ${next}`}</span>
          </p>
        </div>
      )}
      {state !== 'unknown' && <EntitlementList links={links} contact={linkWords.contact} {...{ license, state, words, names, format }} />}
      {/* Remounts for a new client, so that the input is cleared. */}
      <RenewalEntry key={client.internals.id} options={renewal} isFirstKey={state === 'unlicensed'} {...{ client, format, words }} />
      <PanelFooter {...{ client, format }} />
    </section>
  );
}
