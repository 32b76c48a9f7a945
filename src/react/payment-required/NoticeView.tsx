import { type ReactNode, useId } from 'react';
import type { RefusalReason } from '../../payment-required/refusalReason.js';
import { useLicenseContext } from '../LicenseContext.js';

type NoticeViewProps = {
  readonly entitlement: string | null;
  readonly reason: RefusalReason;
  readonly title: string;
  readonly detail: string;
  /** True in a gate: the notice takes the focus if it replaces the focused element. */
  readonly takesFocus?: boolean;
  /** Links and buttons. */
  readonly children: ReactNode;
};

/** Explains one refusal, in the list of notices or in a gate. */
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
