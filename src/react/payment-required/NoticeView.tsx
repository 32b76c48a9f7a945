import { type ReactNode, useId } from 'react';
import type { RefusalReason } from '../../payment-required/refusalReason.js';
import { Icon } from '../Icon.js';
import { useLicenseContext } from '../LicenseContext.js';

type NoticeViewProps = {
  readonly entitlement: string | null;
  readonly reason: RefusalReason;
  readonly title: string;
  /** `null` if another notice in the same card has the same explanation. */
  readonly detail: string | null;
  /** True in a gate: the notice is a card, and takes the focus if it replaces the focused element. */
  readonly isGate?: boolean;
  /** Links and buttons. */
  readonly children?: ReactNode;
};

/** Explains one refusal, in the card of notices or in a gate. */
export function NoticeView({ entitlement, reason, title, detail, isGate = false, children }: NoticeViewProps): ReactNode {
  const { language } = useLicenseContext();
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls of a form; this is a message with its actions.
    <div
      className={isGate ? 'alx-notice alx-card' : 'alx-notice'}
      {...(isGate ? { tabIndex: -1 } : {})}
      role="group"
      aria-labelledby={titleId}
      data-license-part="notice"
      data-license-reason={reason}
      {...language}
      {...(entitlement === null ? {} : { 'data-entitlement': entitlement })}
    >
      <Icon name="lock" />
      <div className="alx-notice-text">
        <p className="alx-notice-title" id={titleId}>
          {title}
        </p>
        {detail !== null && <p className="alx-muted">{detail}</p>}
        {children && <div className="alx-actions">{children}</div>}
      </div>
    </div>
  );
}
