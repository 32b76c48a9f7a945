import { Fragment, isValidElement, type ReactNode, useEffect } from 'react';
import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { noticeMessages } from '../../messages/en.js';
import { NoticeView } from './NoticeView.js';
import { RefusalActions } from './RefusalActions.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useWords } from '../useWords.js';
import { type Explanation, useEntitlement } from './useEntitlement.js';
import { useGateFocus } from '../a11y/useGateFocus.js';

/** The props of {@link EntitlementGate}. */
export type EntitlementGateProps = {
  /** The id of the entitlement that the children need, such as `audit_export`. */
  readonly entitlement: string;
  /** The page or control that needs the entitlement. */
  readonly children: ReactNode;
  /**
   * Renders in place of the children while the feature is off. Default: a notice that explains why, and what to do.
   *
   * For a button or a menu item, return the same control with `aria-disabled`: keyboard users cannot reach a `disabled` one.
   * `PaymentRequiredNotice` then reports each 402. If only a 402 closed the gate, the children render again after 60 seconds.
   */
  readonly fallback?: (explanation: Explanation) => ReactNode;
};

const REOPENED_AFTER_MS = 60_000;

/**
 * Renders its children, or explains why the feature is off. Until a reason is known the children stay, so that the page does not flicker.
 *
 * @example <EntitlementGate entitlement="audit_export"><AuditExport /></EntitlementGate>
 */
export function EntitlementGate({ entitlement, children, fallback }: EntitlementGateProps): ReactNode {
  const { client } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const { explanation, retry } = useEntitlement(entitlement);
  const off = explanation !== null;
  useGateFocus(off);
  // From the mount on, so that a refusal never appears as a notice first.
  const explains = fallback === undefined;
  useEffect(() => (explains && client ? refusalStoreOf(client).explain(entitlement) : undefined), [client, entitlement, explains]);
  // A disabled fallback sends no request that could clear the refusal.
  const onlyRefused = explanation !== null && (explanation.reason === 'disputed' || explanation.reason === 'unknown');
  const isReopened = onlyRefused && fallback !== undefined;
  useEffect(() => {
    if (!isReopened || !client) return undefined;
    const timer = setTimeout(() => refusalStoreOf(client).forget(entitlement), REOPENED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, entitlement, isReopened]);
  if (explanation === null) return wrapText('children', children);
  if (fallback) return wrapText('fallback', fallback(explanation));
  return (
    <NoticeView {...explanation} entitlement={entitlement} isGate>
      <RefusalActions entitlement={entitlement} reason={explanation.reason} />
      {onlyRefused && (
        <button type="button" className="alx-button alx-quiet" onClick={retry}>
          {words.retry}
        </button>
      )}
    </NoticeView>
  );
}

// Browser translation replaces text nodes, and React then fails to remove them. It can always remove an element. The key keeps React from reusing
// the element of the children for the fallback.
function wrapText(key: string, node: ReactNode): ReactNode {
  return hasText(node) ? <span key={key}>{node}</span> : node;
}

function hasText(node: ReactNode): boolean {
  if (typeof node === 'string' || typeof node === 'number') return true;
  if (Array.isArray(node)) return node.some(hasText);
  return isValidElement<{ readonly children?: ReactNode }>(node) && node.type === Fragment && hasText(node.props.children);
}
