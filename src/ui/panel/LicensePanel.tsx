import { type ReactNode, useId } from 'react';
import type { Format } from '../../messages/createFormat.js';
import { nameMessages, panelMessages } from '../../messages/en.js';
import { entitlementRows } from '../../status/entitlementState.js';
import { useLicenseContext } from '../provider/LicenseContext.js';
import { useLicense } from '../useLicense.js';
import { useWords } from '../useWords.js';
import { CheckStatus } from './CheckStatus.js';
import { EntitlementList } from './EntitlementList.js';
import { LicenseSummary } from './LicenseSummary.js';
import { PanelNotes } from './PanelNotes.js';
import { nextWords } from './panelWords.js';

/**
 * Shows an admin the license: what it is worth, until when, and each entitlement; a member learns that only admins see it.
 *
 * @example <LicensePanel />
 */
export function LicensePanel(): ReactNode {
  const { role, format } = useLicenseContext();
  return role === 'admin' && format !== null ? <AdminPanel format={format} /> : <MemberPanel />;
}

function MemberPanel(): ReactNode {
  const { freshness } = useLicenseContext();
  const words = useWords('panel', panelMessages);
  return (
    <section
      className="alx-panel"
      data-license-part="panel"
      data-license-state="unknown"
      data-license-freshness={freshness}
      aria-label={words.title}
    >
      <p className="alx-section">{words.memberOnly}</p>
    </section>
  );
}

function AdminPanel({ format }: { readonly format: Format }): ReactNode {
  const { state, license, freshness } = useLicense();
  const words = useWords('panel', panelMessages);
  const names = useWords('names', nameMessages);
  const titleId = useId();
  const next = license && nextWords(state, license, words, format);
  return (
    <section
      className="alx-panel"
      data-license-part="panel"
      data-license-state={state}
      data-license-freshness={freshness}
      aria-labelledby={titleId}
    >
      <header className="alx-header">
        <h2 id={titleId}>{words.title}</h2>
        <CheckStatus words={words} names={names} format={format} />
      </header>
      <PanelNotes words={words} />
      <LicenseSummary {...{ license, state, words, names, format, freshness }} />
      {next && (
        <p className="alx-section alx-next">
          <strong>{words.nextTitle}</strong> {next}
        </p>
      )}
      {state !== 'unknown' && <EntitlementList rows={entitlementRows(license, state)} {...{ license, state, words, names, format }} />}
    </section>
  );
}
