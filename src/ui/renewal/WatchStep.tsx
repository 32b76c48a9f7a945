import type { ReactNode } from 'react';
import type { License } from '../../contract/License.js';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { NameMessages } from '../../messages/Messages.js';
import { entitlementList, tierName } from '../../messages/nameOf.js';
import { licenseIdentity } from '../../status/licenseIdentity.js';
import { Icon } from '../Icon.js';
import { useLicense } from '../useLicense.js';
import { useWatch, type Watch } from './useWatch.js';

type WatchStepProps = {
  /** The license of the key that was checked; `null` where none was. */
  readonly expected: License | null;
  readonly words: RenewalMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

/** Waits for the new license, says what it sees meanwhile, and what to look at where it doesn't come. */
export function WatchStep({ expected, words: { watch: words }, names, format }: WatchStepProps): ReactNode {
  const { watch, start, stop } = useWatch(useLicense());
  const { kind } = watch;
  const isWatching = kind === 'present' || kind === 'away';
  return (
    <>
      <p className="alx-muted">{words.detail}</p>
      <div role="status" data-license-watch={kind}>
        {isWatching && (
          <p className="alx-watching">
            <span className="alx-pulse" aria-hidden="true" />
            {words[kind]}
          </p>
        )}
        {watch.kind === 'renewed' && <Renewed {...{ watch, expected, words, names, format }} />}
        {kind === 'nothing' && (
          <>
            <p className="alx-problem">
              <Icon name="warning" />
              <span>{words.nothing}</span>
            </p>
            <p>{words.causesTitle}:</p>
            <ol className="alx-causes">
              {words.causes.map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ol>
          </>
        )}
      </div>
      <button type="button" className={isWatching ? 'alx-button' : 'alx-button alx-main'} onClick={isWatching ? stop : start}>
        {isWatching ? words.stop : kind === 'idle' ? words.start : words.again}
      </button>
    </>
  );
}

type RenewedProps = Omit<WatchStepProps, 'words'> & {
  readonly watch: Extract<Watch, { readonly kind: 'renewed' }>;
  readonly words: RenewalMessages['watch'];
};

function Renewed({ watch: { before, after }, expected, words, names, format }: RenewedProps): ReactNode {
  const gained = after.entitlements.filter((id) => !before?.entitlements.includes(id));
  const lost = before?.entitlements.filter((id) => !after.entitlements.includes(id)) ?? [];
  const sentences = [
    words.renewed({ until: after.expiresAt === null ? null : format.instant(after.expiresAt) }),
    ...(after.tier !== null && before !== null && before.tier !== after.tier ? [words.tier({ tier: tierName(names, after.tier) })] : []),
    ...(gained.length > 0 ? [words.gained({ features: entitlementList(names, gained, format) })] : []),
    ...(lost.length > 0 ? [words.lost({ features: entitlementList(names, lost, format) })] : []),
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
