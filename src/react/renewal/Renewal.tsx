import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { License } from '../../license/License.js';
import { licenseIdentity } from '../../license/licenseIdentity.js';
import type { Format } from '../../messages/createFormat.js';
import { nameMessages, panelMessages } from '../../messages/en.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { NameMessages } from '../../messages/Messages.js';
import { entitlementList } from '../../messages/nameOf.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { Reminder } from '../../license/earlyReminder.js';
import { focusedElement } from '../a11y/focusedElement.js';
import { scrollTo } from '../a11y/scrollTo.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useReminder } from '../useReminder.js';
import { useWords } from '../useWords.js';
import { ApplyStep } from './ApplyStep.js';
import { GetStep } from './GetStep.js';
import { KeyStep } from './KeyStep.js';
import type { HeadingTag } from '../headingBelow.js';
import type { RenewalOptions } from './RenewalOptions.js';
import { Step } from './Step.js';
import { useApplyChoice } from './useApplyChoice.js';
import { type KeyCheck, type OfferedKey, useKeyCheck } from './useKeyCheck.js';
import { type RenewalWords, useRenewalWords } from './useRenewalWords.js';
import { STEPS, type StepName, useSteps } from './useSteps.js';
import { type Baseline, useWatch } from './useWatch.js';
import { failureWords, WatchStep, watchSummary } from './WatchStep.js';

type RenewalProps = {
  readonly client: LicenseClient;
  readonly format: Format;
  readonly options: RenewalOptions;
  readonly StepHeading: HeadingTag;
  /** The element that a link to the renewal has focused; `null` if the user opened the renewal without a link. */
  readonly focusedByLink: RefObject<HTMLElement | null>;
  readonly close: () => void;
};

/** Shows the four steps of a renewal: get a key, check it, apply it, confirm the new license. Loaded on demand. */
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

function Steps({ client, format, options, StepHeading, focusedByLink, close, words, language }: RenewalProps & RenewalWords): ReactNode {
  const { license, state, freshness, clock } = useLicenseContext();
  const reminder = useReminder();
  const panelWords = useWords('panel', panelMessages);
  const names = useWords('names', nameMessages);
  const keys = useKeyCheck(options.trustedKeys, license, () => clock.now() ?? Date.now());
  const offer = keys.check.kind === 'offered' ? keys.check : null;
  const expected = offer?.offered.license ?? null;
  const baseline = useBaseline(license, state, reminder);
  const watching = useWatch(baseline, expected);
  const choice = useApplyChoice(options, words.apply);
  const { openStep, isPast, show, listRef } = useSteps();
  useScrollToFocused(focusedByLink, state !== 'unknown');

  const { watch } = watching;
  const startWatch = () => {
    // After a success, a new watch would wait for yet another license.
    const hasArrived = watch.kind === 'renewed' && (expected === null || licenseIdentity(expected) === licenseIdentity(watch.after));
    if (!hasArrived) watching.start();
    show('confirm');
  };
  const stepProps = (name: StepName, isDone: boolean, summary: string | null) => ({
    Heading: StepHeading,
    number: format.number(STEPS.indexOf(name) + 1),
    isOpen: openStep === name,
    isDone,
    summary,
    show: words.show,
    open: () => show(name),
  });
  const { variant } = choice;
  const platform = choice.platform?.title ?? '';
  const hasVariants = variant !== null && variant !== 'quadlet';
  const applySummary = hasVariants ? words.apply.summary({ platform, variant: words.apply.variants[variant] }) : platform;
  const summary = watchSummary(watch, failureWords(freshness, panelWords), state === 'unlicensed', words.watch, format);
  return (
    <div {...language}>
      <p className="alx-muted">{words.apply.restart}</p>
      <ol className="alx-steps" ref={listRef}>
        <Step title={words.get.title} {...stepProps('get', isPast('get'), isPast('get') ? words.get.summary : null)}>
          <GetStep {...{ client, words, panelWords, format }} onContinue={() => show('check')} />
        </Step>
        <Step title={words.check.title} {...stepProps('check', offer !== null, offer && checkSummary(offer, words, names, format))}>
          <KeyStep {...{ keys, words, panelWords, names, format }} onContinue={() => show('apply')} />
        </Step>
        <Step title={words.apply.title} {...stepProps('apply', watch.kind !== 'idle', isPast('apply') ? applySummary : null)}>
          <ApplyStep {...{ choice, words, format }} isRefused={isRefused(keys.check)} />
          <button type="button" className="alx-button alx-main" onClick={startWatch}>
            {words.watch.start}
          </button>
        </Step>
        <Step title={words.watch.title} {...stepProps('confirm', watch.kind === 'renewed', summary)}>
          <WatchStep {...{ watching, expected, close, words, panelWords, names, format }} keyFile={choice.fileToDelete} />
        </Step>
      </ol>
      {/* The folded step announces nothing itself. */}
      <p role="status" className="alx-announcer">
        {openStep === 'confirm' || watch.kind === 'idle' ? '' : summary}
      </p>
    </div>
  );
}

function checkSummary(
  { offered: { license }, comparison: { gained, lost }, unverified }: OfferedKey,
  words: RenewalMessages,
  names: NameMessages,
  format: Format,
): string {
  const features = (ids: readonly string[]) => entitlementList(names, ids, format);
  return [
    words.check.summary({
      isVerified: unverified === null,
      until: license.expiresAt === null ? null : format.day(license.expiresAt),
    }),
    ...(gained.length > 0 ? [words.compare.gained({ features: features(gained) })] : []),
    ...(lost.length > 0 ? [words.compare.lost({ features: features(lost) })] : []),
  ].join(' · ');
}

// An empty field is not a refused key.
function isRefused(check: KeyCheck): boolean {
  return check.kind === 'problem' && check.problem !== 'empty_input';
}

// Scrolls the open step and the title into view after the steps or the license have shifted the layout.
function useScrollToFocused(focusedByLink: RefObject<HTMLElement | null>, isKnown: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout shifts when the license is known
  useEffect(() => {
    const { current } = focusedByLink;
    if (current === null || current !== focusedElement()) return;
    // The open step first, then the title, because the step may be taller than the window.
    scrollTo(current.closest('section')?.querySelector('[aria-current="step"]'), 'nearest');
    scrollTo(current, 'nearest');
  }, [focusedByLink, isKnown]);
}

// Returns the first license known since the renewal opened. A later response may already be the new license.
function useBaseline(license: License | null, state: LicenseState, reminder: Reminder): Baseline | null {
  const [baseline, setBaseline] = useState<Baseline | null>(null);
  if (baseline === null && license !== null) setBaseline({ license, state, reminder });
  return baseline;
}
