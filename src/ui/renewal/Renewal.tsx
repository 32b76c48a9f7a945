import { type ReactNode, useId } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { Format } from '../../messages/createFormat.js';
import { nameMessages, panelMessages } from '../../messages/en.js';
import { renewalMessages } from '../../messages/enRenewal.js';
import { useLicenseContext } from '../provider/LicenseContext.js';
import { useWords } from '../useWords.js';
import { ApplyStep } from './ApplyStep.js';
import { KeyStep } from './KeyStep.js';
import type { RenewalOptions } from './RenewalOptions.js';
import { SupportButtons } from './SupportButtons.js';
import { useKeyCheck } from './useKeyCheck.js';
import { WatchStep } from './WatchStep.js';

type RenewalProps = { readonly client: LicenseClient; readonly format: Format; readonly options: RenewalOptions };

/** The four steps of a renewal: get a key, check it, apply it, watch for it. Loaded when it is opened. */
export function Renewal({ client, format, options }: RenewalProps): ReactNode {
  const { license } = useLicenseContext();
  const words = useWords('renewal', renewalMessages);
  const panelWords = useWords('panel', panelMessages);
  const names = useWords('names', nameMessages);
  const keys = useKeyCheck(options.trustedKeys, client.clock.estimate);
  const expected = keys.check.kind === 'offered' ? keys.check.offered.license : null;
  const { contactHref } = options;
  return (
    <ol className="alx-steps">
      <Step title={words.get.title}>
        <p className="alx-muted">{words.get.detail}</p>
        <div className="alx-actions">
          {contactHref !== undefined && isContact(contactHref) && (
            <a className="alx-button" href={contactHref}>
              {words.get.contact}
            </a>
          )}
          <SupportButtons {...{ client, words, format }} />
        </div>
      </Step>
      <Step title={words.check.title}>
        <KeyStep present={license} {...{ client, keys, words, panelWords, names, format }} />
      </Step>
      <Step title={words.apply.title}>
        <ApplyStep names={options.names ?? {}} words={words} />
      </Step>
      <Step title={words.watch.title}>
        <WatchStep {...{ expected, words, names, format }} />
      </Step>
    </ol>
  );
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const titleId = useId();
  return (
    <li aria-labelledby={titleId}>
      <h4 id={titleId}>{title}</h4>
      {children}
    </li>
  );
}

// A host may have taken the address from somewhere else; nothing but these is followed.
function isContact(href: string): boolean {
  return /^(https?:|mailto:|\/(?!\/))/i.test(href);
}
