import { type ReactNode, useEffect } from 'react';
import { paymentLedgerOf } from '../../client/paymentLedgerOf.js';
import { noticeMessages } from '../../messages/en.js';
import { NoticeView } from '../notice/NoticeView.js';
import { useLicenseContext } from '../provider/LicenseContext.js';
import { useWords } from '../useWords.js';
import { type Explanation, useEntitlement } from './useEntitlement.js';
import { useGateFocus } from './useGateFocus.js';

/** The props of {@link EntitlementGate}. */
export type EntitlementGateProps = {
  /** The id of the entitlement that the children need, such as `audit_export`. */
  readonly entitlement: string;
  readonly children: ReactNode;
  /** What stands in place of the children; for a button or a menu item, the same one disabled, with the title on it. Default: the whole explanation. */
  readonly fallback?: (explanation: Explanation) => ReactNode;
};

/**
 * Renders its children, or says in their place why the feature is off. While nothing is known against it the children
 * stay, so that nothing flashes.
 *
 * @example <EntitlementGate entitlement="audit_export"><AuditExport /></EntitlementGate>
 */
export function EntitlementGate({ entitlement, children, fallback }: EntitlementGateProps): ReactNode {
  const { client, role, licenseHref } = useLicenseContext();
  const words = useWords('notice', noticeMessages);
  const { explanation, retry } = useEntitlement(entitlement);
  const off = explanation !== null;
  const place = useGateFocus(off);
  useEffect(() => (off && client ? paymentLedgerOf(client).explain(entitlement) : undefined), [client, entitlement, off]);
  if (explanation === null) return children;
  if (fallback) return fallback(explanation);
  const { reason, title, detail } = explanation;
  return (
    <NoticeView {...{ entitlement, reason, title, detail, place }}>
      {role === 'admin' && licenseHref !== undefined && (
        <a className="alx-button" href={licenseHref}>
          {words.view}
        </a>
      )}
      {(reason === 'disputed' || reason === 'unknown') && (
        <button type="button" className="alx-button alx-quiet" onClick={retry}>
          {words.retry}
        </button>
      )}
    </NoticeView>
  );
}
