import type { ReactNode } from 'react';
import type { HeadingLevel } from '../headingBelow.js';

type PanelHeadingProps = {
  /** `null` renders plain text. */
  readonly level: HeadingLevel | null;
  /** The state beside the heading; `null` for none. */
  readonly badge: string | null;
  readonly children: string;
};

/** Shows the tier as a heading, with the state beside it. */
export function PanelHeading({ level, badge, children }: PanelHeadingProps): ReactNode {
  const Heading = level === null ? 'p' : (`h${level}` as const);
  return (
    <div className="alx-title">
      <Heading>
        <bdi>{children}</bdi>
      </Heading>
      {badge !== null && <span className="alx-badge">{badge}</span>}
    </div>
  );
}
