import type { ReactNode } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { PanelMessages } from '../../messages/Messages.js';
import { useLicenseContext } from '../LicenseContext.js';
import { renewalHref } from '../LicenseLink.js';
import { StopList } from '../StopList.js';
import { CopyButton } from './CopyButton.js';
import { licensePageUrl } from './licensePageUrl.js';
import { renewalMail } from './renewalMail.js';
import { useSupportDetails } from './useSupportDetails.js';

type GetStepProps = {
  readonly client: LicenseClient;
  readonly words: RenewalMessages;
  readonly panelWords: PanelMessages;
  readonly format: Format;
  readonly onContinue: () => void;
};

/** Helps to request a key. The mail contains the support details. */
export function GetStep({ client, words: { get: words, copy, support }, panelWords, format, onContinue }: GetStepProps): ReactNode {
  const { links, license, state } = useLicenseContext();
  const details = useSupportDetails(client);
  const graceEndsAt = license?.graceEndsAt ?? null;
  const stopTitle = license !== null && graceEndsAt !== null && (
    <p>{panelWords.features.stop({ count: license.entitlements.length, graceEnds: format.instant(graceEndsAt), format })}</p>
  );
  const pageUrl = licensePageUrl(links.license);
  return (
    <>
      <StopList {...{ state, license }} stops={panelWords.stops} title={stopTitle} />
      <p className="alx-muted">{words.detail}</p>
      <div className="alx-actions">
        {links.contact !== undefined && (
          <a className="alx-button" href={renewalMail(links.contact, words.mailSubject, `${words.mailBody}\n\n${details()}`)}>
            {words.contact}
          </a>
        )}
        <CopyButton text={details} name={support.copy} words={copy} />
        {pageUrl !== undefined && <CopyButton text={() => renewalHref(pageUrl)} name={words.share} words={copy} isQuiet />}
      </div>
      <button type="button" className="alx-button alx-main" onClick={onContinue}>
        {words.next}
      </button>
    </>
  );
}
