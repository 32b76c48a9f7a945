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
import type { HeadingTag } from '../headingBelow.js';
import type { RenewalOptions } from './RenewalOptions.js';
import { useKeyCheck } from './useKeyCheck.js';
import { type RenewalWords, useRenewalWords } from './useRenewalWords.js';
import type { Baseline } from './useWatch.js';
import { WatchStep } from './WatchStep.js';

type RenewalProps = {
  readonly client: LicenseClient;
  readonly format: Format;
  readonly options: RenewalOptions;
  readonly StepHeading: HeadingTag;
  /** The element that a link to the renewal has focused; `null` if the user opened the renewal without a link. */
  readonly focusedByLink: RefObject<HTMLElement | null>;
};

/** Shows the four steps of a renewal: get a key, check it, apply it, watch for the new license. Loaded on demand. */
export function Renewal(props: RenewalProps): ReactNode {
  const loaded = useRenewalWords();
  const { renewLoading } = useWords('panel', panelMessages);
  if (loaded !== null) return <Steps {...props} {...loaded} />;
  return (
    <p role="status" className="alx-muted">
      {renewLoading}
    </p>
  );
}

function Steps({ format, options, StepHeading, focusedByLink, words, language }: RenewalProps & RenewalWords): ReactNode {
  const { license, state, clock, links } = useLicenseContext();
  const panelWords = useWords('panel', panelMessages);
  const names = useWords('names', nameMessages);
  const keys = useKeyCheck(options.trustedKeys, license, () => clock.now() ?? Date.now());
  const expected = keys.check.kind === 'offered' ? keys.check.offered.license : null;
  // The baseline is the license at the time of opening. The new license may arrive before the user starts to watch.
  const baseline = useBaseline(license, state);
  useScrollToFocused(focusedByLink, state !== 'unknown');
  return (
    <ol className="alx-steps" {...language}>
      <Step Heading={StepHeading} title={words.get.title}>
        <p className="alx-muted">{words.get.detail}</p>
        <div className="alx-actions">
          {links.contact !== undefined && (
            <a className="alx-button" href={links.contact}>
              {words.get.contact}
            </a>
          )}
        </div>
      </Step>
      <Step Heading={StepHeading} title={words.check.title}>
        <KeyStep {...{ keys, words, panelWords, names, format }} />
      </Step>
      <Step Heading={StepHeading} title={words.apply.title}>
        <ApplyStep names={options.names ?? {}} words={words} format={format} />
      </Step>
      <Step Heading={StepHeading} title={words.watch.title}>
        <WatchStep {...{ baseline, expected, words, panelWords, names, format }} />
      </Step>
    </ol>
  );
}

type StepProps = { readonly Heading: HeadingTag; readonly title: string; readonly children: ReactNode };

function Step({ Heading, title, children }: StepProps): ReactNode {
  const titleId = useId();
  return (
    <li aria-labelledby={titleId}>
      <Heading id={titleId}>{title}</Heading>
      {children}
    </li>
  );
}

// Scrolls again after the layout has shifted: by the steps below, and after a page load also by the banner above. Centers the element, because the
// app may have a sticky header.
function useScrollToFocused(focusedByLink: RefObject<HTMLElement | null>, isKnown: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout shifts when the license is known
  useEffect(() => {
    const { current } = focusedByLink;
    // jsdom, in which apps run their tests, has no `scrollIntoView`.
    if (current !== null && current === document.activeElement) current.scrollIntoView?.({ block: 'center' });
  }, [focusedByLink, isKnown]);
}

// Returns the first license that is known after the opening.
function useBaseline(license: License | null, state: LicenseState): Baseline | null {
  const [baseline, setBaseline] = useState<Baseline | null>(null);
  if (baseline === null && license !== null) setBaseline({ license, state });
  return baseline;
}
