import type { ReactNode } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { isCheckFailure } from '../../contract/LicenseError.js';
import type { License } from '../../contract/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { entitlementList, tierName } from '../../messages/nameOf.js';
import { licenseIdentity } from '../../status/licenseIdentity.js';
import { isWarnedState } from '../../status/warnedState.js';
import { Icon } from '../Icon.js';
import { useLicense } from '../useLicense.js';
import { type Baseline, useWatch, type Watch } from './useWatch.js';

type WatchStepProps = {
  readonly client: LicenseClient;
  readonly baseline: Baseline | null;
  /** The license of the key that was checked; `null` where none was. */
  readonly expected: License | null;
  readonly words: RenewalMessages;
  readonly panelWords: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

// A restart fails in these ways; the others have words of their own.
const RESTARTING: readonly string[] = ['unreachable', 'server-error', 'timeout', 'not-found'];

/** Waits for the new license, says what it sees meanwhile, and what to look at where it doesn't come. */
export function WatchStep({ client, baseline, expected, words: { watch: words }, panelWords, names, format }: WatchStepProps): ReactNode {
  const { freshness } = useLicense();
  const { watch, isRunning, start, stop } = useWatch(client, baseline, expected);
  const { kind } = watch;
  const isProblem = kind === 'nothing' || kind === 'silent' || kind === 'lost' || kind === 'lapsed';
  const away = isCheckFailure(freshness) && !RESTARTING.includes(freshness) ? panelWords.failures[freshness] : words.away;
  const renewed = watch.kind === 'renewed' && <Renewed {...{ watch, expected, words, names, format }} />;
  // Where the banner stood, it says so when it goes.
  const isToldByTheBanner = watch.kind === 'renewed' && watch.before !== null && isWarnedState(watch.before.state);
  return (
    <>
      <p className="alx-muted">{words.detail}</p>
      <div data-license-watch={kind} className="alx-watch">
        <div role="status">
          {(kind === 'present' || kind === 'away') && (
            <p className="alx-watching">
              <span className="alx-pulse" aria-hidden="true" />
              {kind === 'away' ? away : words.present}
            </p>
          )}
          {isProblem && (
            <p className="alx-problem">
              <Icon name="warning" />
              <span>{words[kind]}</span>
            </p>
          )}
          {!isToldByTheBanner && renewed}
        </div>
        {isToldByTheBanner && renewed}
        {isProblem && kind !== 'lapsed' && (
          <>
            <p>{words.causesTitle}:</p>
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

type RenewedProps = Pick<WatchStepProps, 'expected' | 'names' | 'format'> & {
  readonly watch: Extract<Watch, { readonly kind: 'renewed' }>;
  readonly words: RenewalMessages['watch'];
};

function Renewed({ watch: { before, after }, expected, words, names, format }: RenewedProps): ReactNode {
  const present = before?.license;
  const gained = after.entitlements.filter((id) => !present?.entitlements.includes(id));
  const lost = present?.entitlements.filter((id) => !after.entitlements.includes(id)) ?? [];
  const sentences = [
    words.renewed({ until: after.expiresAt === null ? null : format.instant(after.expiresAt) }),
    ...(after.tier !== null && present?.tier != null && present.tier !== after.tier
      ? [words.tier({ tier: tierName(names, after.tier) })]
      : []),
    ...(gained.length > 0 ? [words.gained({ features: entitlementList(names, gained, format) })] : []),
    ...(lost.length > 0 ? [words.without({ features: entitlementList(names, lost, format) })] : []),
  ];
  const isOther = expected !== null && licenseIdentity(expected) !== licenseIdentity(after);
  return (
    <>
      <p className="alx-good">
        <Icon name="check" />
        <span>{sentences.join(' ')}</span>
      </p>
      {isOther && (
        <p className="alx-problem">
          <Icon name="warning" />
          <span>{words.other}</span>
        </p>
      )}
    </>
  );
}
