import { type ReactNode, useEffect } from 'react';
import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { noticeMessages } from '../../messages/en.js';
import { LicenseLink } from '../LicenseLink.js';
import { NoticeView } from './NoticeView.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useWords } from '../useWords.js';
import { type Explanation, useEntitlement } from './useEntitlement.js';
import { useGateFocus } from '../a11y/useGateFocus.js';

/** The props of {@link EntitlementGate}. */
export type EntitlementGateProps = {
  /** The id of the entitlement that the children need, such as `audit_export`. */
  readonly entitlement: string;
  /** What needs the entitlement. */
  readonly children: ReactNode;
  /**
   * What stands in place of the children; for a button or a menu item, the same one with `aria-disabled` (a `disabled` one
   * can't be reached by keyboard) and the title. A 402 is then told by a notice besides, and the children come back after a minute to be tried
   * again where the license doesn't speak against them. Default: the whole explanation, with what can be done.
   */
  readonly fallback?: (explanation: Explanation) => ReactNode;
};

const TRIED_AGAIN_AFTER_MS = 60_000;

/**
 * Renders its children, or says in their place why the feature is off. While nothing is known against it the children
 * stay, so that nothing flashes.
 *
 * @example <EntitlementGate entitlement="audit_export"><AuditExport /></EntitlementGate>
 */
export function EntitlementGate({ entitlement, children, fallback }: EntitlementGateProps): ReactNode {
  const { client } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const { explanation, retry } = useEntitlement(entitlement);
  const off = explanation !== null;
  useGateFocus(off);
  const explains = off && fallback === undefined;
  useEffect(() => (explains && client ? refusalStoreOf(client).explain(entitlement) : undefined), [client, entitlement, explains]);
  // Only a request that works shows that the API has changed its mind, and a button that is off sends none.
  const onlyRefused = explanation !== null && (explanation.reason === 'disputed' || explanation.reason === 'unknown');
  const isTriedAgain = onlyRefused && fallback !== undefined;
  useEffect(() => {
    if (!isTriedAgain || !client) return undefined;
    const timer = setTimeout(() => refusalStoreOf(client).forget(entitlement), TRIED_AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, entitlement, isTriedAgain]);
  if (explanation === null) return wrapText(children);
  if (fallback) return wrapText(fallback(explanation));
  const { reason, title, detail } = explanation;
  return (
    <NoticeView {...{ entitlement, reason, title, detail }} takesFocus>
      <LicenseLink renews={reason === 'lapsed'}>{reason === 'lapsed' ? words.renew : words.view}</LicenseLink>
      {onlyRefused && (
        <button type="button" className="alx-button alx-quiet" onClick={retry}>
          {words.retry}
        </button>
      )}
    </NoticeView>
  );
}

// Browser translation replaces text nodes, and React fails to remove one that is gone. It can always remove an element.
function wrapText(node: ReactNode): ReactNode {
  return typeof node === 'string' ? <span>{node}</span> : node;
}
