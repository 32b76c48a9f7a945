import type { ReactNode } from 'react';
import { isCheckFailure } from '../../license/LicenseError.js';
import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementList, tierInSentence } from '../../messages/nameOf.js';
import { licenseIdentity } from '../../license/licenseIdentity.js';
import { isWarnedState } from '../../license/warnedState.js';
import { Icon } from '../Icon.js';
import { useLicense } from '../useLicense.js';
import { type Baseline, useWatch, type Watch } from './useWatch.js';

type WatchStepProps = {
  readonly baseline: Baseline | null;
  /** The license of the checked key; `null` if no key was checked. */
  readonly expected: License | null;
  readonly words: RenewalMessages;
  readonly panelWords: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

// The failures that a restart causes. The other failures have texts of their own.
const RESTARTING: readonly string[] = ['unreachable', 'server-error', 'timeout', 'not-found'];

/** Watches for the new license and shows the progress. Lists possible causes if it does not arrive. */
export function WatchStep({ baseline, expected, words: { watch: words }, panelWords, names, format }: WatchStepProps): ReactNode {
  const { freshness } = useLicense();
  const { watch, isRunning, start, stop } = useWatch(baseline, expected);
  const { kind } = watch;
  const isRestarting = !isCheckFailure(freshness) || RESTARTING.includes(freshness);
  const problem = problemOf(watch, isRestarting ? null : panelWords.failures[freshness], words);
  const facts = watch.kind === 'renewed' ? renewedWords(watch, expected, words, names, format) : null;
  // A banner announces the renewal. This status region then announces only the other changes.
  const isAnnouncedByBanner =
    watch.kind === 'renewed' &&
    watch.before !== null &&
    isWarnedState(watch.before.state) &&
    document.querySelector('[data-license-announcer="banner"]') !== null;
  return (
    <>
      <p className="alx-muted">{words.detail}</p>
      <div data-license-watch={kind} className="alx-watch">
        {facts && isAnnouncedByBanner && <Line icon="check">{facts.until}</Line>}
        <div role="status">
          {(kind === 'present' || kind === 'away') && (
            <p className="alx-watching">
              <span className="alx-pulse" aria-hidden="true" />
              <span>{kind === 'present' ? words.present : isRestarting ? words.away : panelWords.failures[freshness]}</span>
            </p>
          )}
          {problem !== null && <Line icon="warning">{problem}</Line>}
          {facts && !isAnnouncedByBanner && <Line icon="check">{facts.until}</Line>}
          {facts?.changes && <p>{facts.changes}</p>}
          {facts?.isOther && <Line icon="warning">{words.other}</Line>}
        </div>
        {(kind === 'nothing' || kind === 'lost' || (kind === 'silent' && isRestarting)) && (
          <>
            <p>{words.causesTitle}</p>
            <ol className="alx-causes">
              {words.causes.map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ol>
          </>
        )}
      </div>
      <button type="button" className={isRunning ? 'alx-button' : 'alx-button alx-main'} onClick={isRunning ? stop : start}>
        {isRunning ? words.stop : kind === 'idle' ? words.start : words.again}
      </button>
    </>
  );
}

function Line({ icon, children }: { readonly icon: 'check' | 'warning'; readonly children: string }): ReactNode {
  return (
    <p className={icon === 'check' ? 'alx-good' : 'alx-problem'}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}

// `failure` is the text of a failed check that a restart does not explain; otherwise `null`.
function problemOf({ kind }: Watch, failure: string | null, words: RenewalMessages['watch']): string | null {
  if (kind === 'silent') return failure ?? words.silent;
  return kind === 'already' || kind === 'nothing' || kind === 'lost' || kind === 'scheduled' || kind === 'lapsed' ? words[kind] : null;
}

function renewedWords(
  { before, after }: Extract<Watch, { readonly kind: 'renewed' }>,
  expected: License | null,
  words: RenewalMessages['watch'],
  names: NameMessages,
  format: Format,
) {
  const present = before?.license;
  const gained = after.entitlements.filter((id) => !present?.entitlements.includes(id));
  const lost = present?.entitlements.filter((id) => !after.entitlements.includes(id)) ?? [];
  const changes = [
    ...(after.tier !== null && present?.tier != null && present.tier !== after.tier
      ? [words.tier({ tier: tierInSentence(names, after.tier) })]
      : []),
    ...(gained.length > 0 ? [words.gained({ features: entitlementList(names, gained, format) })] : []),
    ...(lost.length > 0 ? [words.without({ features: entitlementList(names, lost, format) })] : []),
  ];
  return {
    until: words.renewed({ until: after.expiresAt === null ? null : format.instant(after.expiresAt) }),
    changes: changes.join(' '),
    isOther: expected !== null && licenseIdentity(expected) !== licenseIdentity(after),
  };
}
