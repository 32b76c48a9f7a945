import { type ReactNode, useId } from 'react';
import type { RefusalReason } from '../../payment-required/refusalReason.js';
import { useLicenseContext } from '../LicenseContext.js';

type NoticeViewProps = {
  readonly entitlement: string | null;
  readonly reason: RefusalReason;
  readonly title: string;
  readonly detail: string;
  /** Whether it can take the focus that was in what it replaces. */
  readonly takesFocus?: boolean;
  /** Links and buttons. */
  readonly children: ReactNode;
};

/** One explained 402: as a notice, or in place of what is off. */
export function NoticeView({ entitlement, reason, title, detail, takesFocus = false, children }: NoticeViewProps): ReactNode {
  const { language } = useLicenseContext();
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls of a form; this is a message with its actions.
    <div
      className="alx-notice"
      {...(takesFocus ? { tabIndex: -1 } : {})}
      role="group"
      aria-labelledby={titleId}
      data-license-part="notice"
      data-license-reason={reason}
      {...language}
      {...(entitlement === null ? {} : { 'data-entitlement': entitlement })}
    >
      <p className="alx-notice-title" id={titleId}>
        {title}
      </p>
      <p className="alx-notice-detail">{detail}</p>
      <div className="alx-actions">{children}</div>
    </div>
  );
}
