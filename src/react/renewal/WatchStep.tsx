import { type ReactNode, useRef } from 'react';
import { isCheckFailure } from '../../license/LicenseError.js';
import type { Freshness } from '../../license/freshness.js';
import type { License } from '../../license/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementList, tierInSentence } from '../../messages/nameOf.js';
import { licenseIdentity } from '../../license/licenseIdentity.js';
import { Icon } from '../Icon.js';
import { useLicenseStore } from '../LicenseContext.js';
import { useLicense } from '../useLicense.js';
import { NamedText } from './NamedText.js';
import type { useWatch, Watch } from './useWatch.js';

type WatchStepProps = {
  readonly watching: ReturnType<typeof useWatch>;
  /** The license of the checked key; `null` if no key was checked. */
  readonly expected: License | null;
  /** The file that contains the key; `null` if the commands use no key file. */
  readonly keyFile: string | null;
  readonly close: () => void;
  readonly words: RenewalMessages;
  readonly panelWords: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

// The failures that a restart causes. The other failures have texts of their own.
const RESTARTING: readonly string[] = ['unreachable', 'server-error', 'timeout', 'not-found'];

/** Shows the progress of the watch. After a success, shows what has changed, and what remains to do. Otherwise lists possible causes. */
export function WatchStep(props: WatchStepProps): ReactNode {
  const { watching, expected, keyFile, close, panelWords, names, format } = props;
  const words = props.words.watch;
  const mainButton = useRef<HTMLButtonElement>(null);
  const { freshness, state, reminder } = useLicense();
  const isUnlicensed = state === 'unlicensed';
  const { banners } = useLicenseStore();
  const { watch, isRunning, seconds, start, stop } = watching;
  const { kind } = watch;
  const failure = failureWords(freshness, panelWords);
  const problem = problemOf(watch, failure, isUnlicensed, words);
  const facts = watch.kind === 'renewed' ? renewedWords(watch, expected, words, names, format) : null;
  const renewed = facts && <Line icon="check">{facts.until}</Line>;
  // If the banner announces the renewal, the result is outside the status region, so that it is announced once.
  const isAnnouncedByBanner =
    watch.kind === 'renewed' &&
    watch.before !== null &&
    watch.before.reminder !== 'none' &&
    watch.before.license.expiresAt !== watch.after.expiresAt &&
    state === 'active' &&
    reminder === 'none' &&
    banners.count > 0;
  const hasCauses = kind === 'nothing' || kind === 'lost' || (kind === 'silent' && failure === null);
  return (
    <div data-license-watch={kind} className="alx-watch">
      {!facts && <p className="alx-muted">{words.detail}</p>}
      {isAnnouncedByBanner && renewed}
      <div role="status">
        {(kind === 'present' || kind === 'away') && (
          <p className="alx-watching">
            <span className="alx-pulse" aria-hidden="true" />
            <span>{kind === 'present' ? presentWords(isUnlicensed, words) : (failure ?? words.away)}</span>
          </p>
        )}
        {problem !== null && <Line icon="warning">{problem}</Line>}
        {!isAnnouncedByBanner && renewed}
        {facts?.changes && <p>{facts.changes}</p>}
        {facts?.isOther && <Line icon="warning">{words.other}</Line>}
      </div>
      {isRunning && <p className="alx-muted">{words.elapsed({ elapsed: elapsedTime(seconds, format) })}</p>}
      {facts && keyFile !== null && (
        <p>
          <NamedText>{words.deleteKey({ keyFile })}</NamedText>
        </p>
      )}
      {hasCauses && (
        <>
          <p>{words.causesTitle}</p>
          <ol className="alx-causes">
            {words.causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ol>
        </>
      )}
      <div className="alx-actions">
        {/* One button for all states, so that it keeps the focus. */}
        <button
          ref={mainButton}
          type="button"
          className={isRunning ? 'alx-button' : 'alx-button alx-main'}
          onClick={facts ? close : isRunning ? stop : start}
        >
          {facts ? words.done : isRunning ? words.stop : kind === 'idle' ? words.start : words.again}
        </button>
        {facts?.isOther && (
          <button
            type="button"
            className="alx-button"
            onClick={() => {
              start();
              // This button disappears.
              mainButton.current?.focus();
            }}
          >
            {words.again}
          </button>
        )}
      </div>
    </div>
  );
}

/** Formats seconds as minutes and seconds: `0:18`. */
function elapsedTime(seconds: number, format: Format): string {
  // Adding 100 and dropping the first digit pads to two digits of the language.
  return `${format.number(Math.floor(seconds / 60))}:${format.number(100 + (seconds % 60)).slice(1)}`;
}

function Line({ icon, children }: { readonly icon: 'check' | 'warning'; readonly children: string }): ReactNode {
  return (
    <p className={icon === 'check' ? 'alx-good' : 'alx-problem'}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}

/** Returns the text of a failed check that a restart does not explain; otherwise `null`. */
export function failureWords(freshness: Freshness, { failures }: PanelMessages): string | null {
  return isCheckFailure(freshness) && !RESTARTING.includes(freshness) ? failures[freshness] : null;
}

/** Returns the progress in one sentence, for the folded step. */
export function watchSummary(
  watch: Watch,
  failure: string | null,
  isUnlicensed: boolean,
  words: RenewalMessages['watch'],
  format: Format,
): string {
  if (watch.kind === 'renewed') return words.renewed({ until: untilOf(watch.after, format) });
  if (watch.kind === 'idle') return words.detail;
  if (watch.kind === 'present') return presentWords(isUnlicensed, words);
  return watch.kind === 'away' ? (failure ?? words.away) : (problemOf(watch, failure, isUnlicensed, words) ?? words.detail);
}

function presentWords(isUnlicensed: boolean, words: RenewalMessages['watch']): string {
  return isUnlicensed ? words.presentUnlicensed : words.present;
}

function untilOf({ expiresAt }: License, format: Format): string | null {
  return expiresAt === null ? null : format.instant(expiresAt);
}

function problemOf({ kind }: Watch, failure: string | null, isUnlicensed: boolean, words: RenewalMessages['watch']): string | null {
  if (kind === 'nothing' && isUnlicensed) return words.nothingUnlicensed;
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
    until: words.renewed({ until: untilOf(after, format) }),
    changes: changes.join(' '),
    isOther: expected !== null && licenseIdentity(expected) !== licenseIdentity(after),
  };
}
