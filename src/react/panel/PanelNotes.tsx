import type { ReactNode } from 'react';
import { isCheckFailure } from '../../license/LicenseError.js';
import type { PanelMessages } from '../../messages/Messages.js';
import { Icon } from '../Icon.js';
import { useLicenseContext } from '../LicenseContext.js';

/** Shows notes about a failed check and about differing clocks. */
export function PanelNotes({ words }: { readonly words: PanelMessages }): ReactNode {
  const { clocksDiffer, freshness, license } = useLicenseContext();
  return (
    <>
      {isCheckFailure(freshness) && (
        <Note>
          <strong>{words.failureTitle({ known: license !== null })}</strong>
          <span>{` ${words.failures[freshness]}`}</span>
        </Note>
      )}
      {clocksDiffer && <Note>{words.clockOff}</Note>}
    </>
  );
}

function Note({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="alx-section alx-note">
      <Icon name="warning" />
      <p>{children}</p>
    </div>
  );
}
