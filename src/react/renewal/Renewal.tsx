import { type ReactNode, type RefObject, useEffect, useId, useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import { nameMessages, panelMessages } from '../../messages/en.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useWords } from '../useWords.js';
import { ApplyStep } from './ApplyStep.js';
import { KeyStep } from './KeyStep.js';
import type { RenewalOptions } from './RenewalOptions.js';
import { useKeyCheck } from './useKeyCheck.js';
import { type RenewalWords, useRenewalWords } from './useRenewalWords.js';
import type { Baseline } from './useWatch.js';
import { WatchStep } from './WatchStep.js';

type RenewalProps = {
  readonly client: LicenseClient;
  readonly format: Format;
  readonly options: RenewalOptions;
  /** What a link that opened the renewal has given the focus to; `null` where no link did. */
  readonly led: RefObject<HTMLElement | null>;
};

/** The four steps of a renewal: get a key, check it, apply it, watch for it. Loaded when it is opened. */
export function Renewal(props: RenewalProps): ReactNode {
  const spoken = useRenewalWords();
  const { renewLoading } = useWords('panel', panelMessages);
  if (spoken !== null) return <Steps {...props} {...spoken} />;
  return (
    <p role="status" className="alx-muted">
      {renewLoading}
    </p>
  );
}

function Steps({ format, options, led, words, language }: RenewalProps & RenewalWords): ReactNode {
  const { license, state, clock } = useLicenseContext();
  const panelWords = useWords('panel', panelMessages);
  const names = useWords('names', nameMessages);
  const keys = useKeyCheck(options.trustedKeys, license, () => clock.now() ?? Date.now());
  const expected = keys.check.kind === 'offered' ? keys.check.offered.license : null;
  const contactHref = contactOf(options.contactHref);
  // What is renewed is what was there when this was opened; an answer may have come between the restart and the click.
  const baseline = useBaseline(license, state);
  useLedView(led, state !== 'unknown');
  return (
    <ol className="alx-steps" {...language}>
      <Step title={words.get.title}>
        <p className="alx-muted">{words.get.detail}</p>
        <div className="alx-actions">
          {contactHref !== undefined && (
            <a className="alx-button" href={contactHref}>
              {words.get.contact}
            </a>
          )}
        </div>
      </Step>
      <Step title={words.check.title}>
        <KeyStep {...{ keys, words, panelWords, names, format }} />
      </Step>
      <Step title={words.apply.title}>
        <ApplyStep names={options.names ?? {}} words={words} />
      </Step>
      <Step title={words.watch.title}>
        <WatchStep {...{ baseline, expected, words, panelWords, names, format }} />
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
function contactOf(address: string | undefined): string | undefined {
  if (address !== undefined && /^[^\s:/@]+@[^\s:/@]+$/.test(address)) return `mailto:${address}`;
  return address !== undefined && /^(https?:|mailto:|\/(?!\/))/i.test(address) ? address : undefined;
}

// When the link was followed, neither the steps below nor, where the page was entered by it, the license above had their place yet. The
// middle of the window is clear of what stands at its edges, such as the host's own header.
function useLedView(led: RefObject<HTMLElement | null>, isKnown: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the license takes its place when it is known
  useEffect(() => {
    const { current } = led;
    // There is none in jsdom, in which hosts test.
    if (current !== null && current === document.activeElement) current.scrollIntoView?.({ block: 'center' });
  }, [led, isKnown]);
}

// The first license that is known since then.
function useBaseline(license: License | null, state: LicenseState): Baseline | null {
  const [baseline, setBaseline] = useState<Baseline | null>(null);
  if (baseline === null && license !== null) setBaseline({ license, state });
  return baseline;
}
