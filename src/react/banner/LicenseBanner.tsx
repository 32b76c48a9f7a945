import { type ReactNode, useRef } from 'react';
import { Announcer } from '../a11y/Announcer.js';
import { useRestoreFocus } from '../a11y/useRestoreFocus.js';
import { useLicenseContext } from '../LicenseContext.js';
import { LicenseLink } from '../LicenseLink.js';
import { BannerView } from './BannerView.js';
import { useBanner } from './useBanner.js';

/**
 * Warns admins while the license is expiring, in grace or expired, and earlier if the provider has `remindDaysBefore`. Renders no banner for members or
 * in other states. Place it once, at the top of the dashboard.
 *
 * @example <LicenseBanner />
 */
export function LicenseBanner(): ReactNode {
  const { language } = useLicenseContext();
  const { isAdmin, view, isLoading, reservedText, announcement } = useBanner();
  const sectionRef = useRef<HTMLElement>(null);
  const recordFocusOrigin = useRestoreFocus(sectionRef);
  if (!isAdmin) return null;
  return (
    <>
      {view && (
        <BannerView
          {...{ view, isLoading, language, reservedText, sectionRef }}
          onFocus={({ relatedTarget }) => recordFocusOrigin(relatedTarget)}
        >
          <LicenseLink renews isMain={view.state !== 'early'}>
            {view.renew?.label}
          </LicenseLink>
        </BannerView>
      )}
      <Announcer part="banner" {...announcement} />
    </>
  );
}
