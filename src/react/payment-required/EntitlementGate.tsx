import { Fragment, isValidElement, type ReactNode, useEffect } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { EntitlementId } from '../../license/entitlements.js';
import { refusalStoreOf } from '../../payment-required/refusalStoreOf.js';
import { noticeMessages } from '../../messages/en.js';
import { NoticeView } from './NoticeView.js';
import { RefusalActions } from './RefusalActions.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useWords } from '../useWords.js';
import { type Explanation, useExplain } from './useEntitlement.js';
import { useGateFocus } from '../a11y/useGateFocus.js';

/** The props of {@link EntitlementGate}. */
export type EntitlementGateProps = {
  /** The id of the entitlement that the children need, such as `audit_export`, or several ids. */
  readonly entitlement: EntitlementId | readonly EntitlementId[];
  /** With several ids: `all` needs all of them, `any` one of them. Default: `all`. */
  readonly match?: 'all' | 'any';
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
export function EntitlementGate({ entitlement, match = 'all', children, fallback }: EntitlementGateProps): ReactNode {
  const { client } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const explain = useExplain();
  const ids = typeof entitlement === 'string' ? [entitlement] : entitlement;
  const closed = ids.flatMap((id) => {
    const explanation = explain(id);
    return explanation === null ? [] : [{ id, explanation }];
  });
  const [first] = match === 'any' && closed.length < ids.length ? [] : closed;
  useGateFocus(first !== undefined);
  const key = JSON.stringify(ids);
  // Registers the ids before a 402 arrives: otherwise the 402 would first appear as a notice. With `any`, only the last open feature closes the gate.
  const open = ids.filter((id) => !closed.some((each) => each.id === id));
  const closing = match === 'all' || first !== undefined ? ids : open.length === 1 ? open : [];
  const explained = JSON.stringify(fallback === undefined ? closing : []);
  useEffect(() => {
    if (!client) return undefined;
    const undo = parseIds(explained).map((id) => refusalStoreOf(client).explain(id));
    return () => {
      for (const stop of undo) stop();
    };
  }, [client, explained]);
  // A disabled fallback sends no request that could clear the refusal.
  const onlyRefused = first !== undefined && (match === 'any' ? closed.some(isRefused) : closed.every(isRefused));
  const isReopened = onlyRefused && fallback !== undefined;
  useEffect(() => {
    if (!isReopened || !client) return undefined;
    const timer = setTimeout(() => forget(client, parseIds(key)), REOPENED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, key, isReopened]);
  if (first === undefined) return wrapText('children', children);
  if (fallback) return wrapText('fallback', fallback(first.explanation));
  return (
    <NoticeView {...first.explanation} entitlement={first.id} isGate>
      <RefusalActions entitlement={first.id} reason={first.explanation.reason} />
      {onlyRefused && (
        <button type="button" className="alx-button alx-quiet" onClick={() => client && forget(client, ids)}>
          {words.retry}
        </button>
      )}
    </NoticeView>
  );
}

/** Returns true if a 402, and not the license, turned the feature off. */
function isRefused({ explanation: { reason } }: { readonly explanation: Explanation }): boolean {
  return reason === 'disputed' || reason === 'unknown';
}

function parseIds(key: string): readonly string[] {
  return JSON.parse(key);
}

function forget(client: LicenseClient, ids: readonly string[]): void {
  for (const id of ids) refusalStoreOf(client).forget(id);
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
