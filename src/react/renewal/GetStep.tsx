import type { ReactNode } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import { useLicenseContext } from '../LicenseContext.js';
import { renewalHref } from '../LicenseLink.js';
import { CopyButton } from './CopyButton.js';
import { licensePageUrl } from './licensePageUrl.js';
import { renewalMail } from './renewalMail.js';
import { useSupportDetails } from './useSupportDetails.js';

type GetStepProps = { readonly client: LicenseClient; readonly words: RenewalMessages; readonly goOn: () => void };

/** Helps to request a key. The mail contains the support details. */
export function GetStep({ client, words: { get: words, copy, support }, goOn }: GetStepProps): ReactNode {
  const { links } = useLicenseContext();
  const details = useSupportDetails(client);
  const pageUrl = licensePageUrl(links.license);
  return (
    <>
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
      <button type="button" className="alx-button alx-main" onClick={goOn}>
        {words.next}
      </button>
    </>
  );
}
