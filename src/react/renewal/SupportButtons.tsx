import type { ReactNode } from 'react';
import { attempt } from '../../lib/attempt.js';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Format } from '../../messages/createFormat.js';
import { useLicenseContext } from '../LicenseContext.js';
import { CopyButton } from './CopyButton.js';
import { licenseCalendar } from './licenseCalendar.js';
import { licensePageUrl } from './licensePageUrl.js';
import { useRenewalWords } from './useRenewalWords.js';
import { useSupportDetails } from './useSupportDetails.js';

type SupportButtonsProps = { readonly client: LicenseClient; readonly format: Format };

/** Shows buttons that copy the support details, and download the dates of the license as a calendar file. */
export function SupportButtons({ client, format }: SupportButtonsProps): ReactNode {
  const { license, state, clock, links } = useLicenseContext();
  const details = useSupportDetails(client);
  const loaded = useRenewalWords();
  const expiresAt = license?.expiresAt ?? null;
  const graceEndsAt = license?.graceEndsAt ?? null;
  if (loaded === null) return null;
  const { copy, support } = loaded.words;
  const save = () => {
    if (expiresAt === null || graceEndsAt === null) return;
    const url = licensePageUrl(links.license);
    const entries = [
      {
        id: 'expiry',
        at: expiresAt,
        alarmDays: [30, 14, 7, 1],
        url,
        title: support.expiryTitle,
        // With the zone, because a calendar is shared.
        detail: support.expiryDetail({ graceEnds: format.zoned(graceEndsAt) }),
      },
      { id: 'grace-end', at: graceEndsAt, alarmDays: [3], url, title: support.graceTitle, detail: support.graceDetail },
    ];
    saveFile('alexandria-license.ics', 'text/calendar', licenseCalendar(entries, clock.now() ?? Date.now()));
  };
  return (
    <div className="alx-section alx-renewal alx-footer" {...loaded.language}>
      <div className="alx-actions">
        <CopyButton text={details} name={support.copy} words={copy} isQuiet />
        {expiresAt !== null && state !== 'expired' && (
          <button type="button" className="alx-button alx-quiet" onClick={save}>
            {support.calendar}
          </button>
        )}
      </div>
    </div>
  );
}

function saveFile(name: string, type: string, text: string): void {
  // The tests of an app may press the button in jsdom, where `createObjectURL` is missing or refuses the `Blob`.
  const url = attempt(() => URL.createObjectURL(new Blob([text], { type })));
  if (url === undefined) return;
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
