import { useMemo } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import type { EntitlementId } from '../license/entitlements.js';
import { validReminderDays } from '../license/earlyReminder.js';
import type { MessageOverrides } from '../messages/Messages.js';
import { type LicenseLinks, type LicenseRole, type LicenseSettings, NO_SETTINGS, type RenderLink } from './LicenseContext.js';
import { safeHref } from './safeHref.js';
import { useLanguage } from './useLanguage.js';
import { useTimeZone } from './useTimeZone.js';

/** The props that `LicenseProvider` and `StaticLicense` share. */
export type LicenseSettingsProps = {
  /** Required. For a `member` the license is not polled, and banner and panel stay hidden. */
  readonly role: LicenseRole;
  /** The URL of the page with the panel. Banner and notices link to it. Links that open the renewal add `#renew-license`. */
  readonly licenseHref?: string;
  /** The URL or email address of the Alexandria account representative, for a new key or a feature that the license does not include. */
  readonly contactHref?: string;
  /** The URLs of the documentation of features, by entitlement. Pass the same object on each render. */
  readonly entitlementDocs?: Readonly<Partial<Record<EntitlementId, string>>>;
  /** The URL or email address where members ask an administrator for a feature. */
  readonly askHref?: string;
  /**
   * Renders the links to `licenseHref` with the app's router: a function such as `(props) => <Link {...props} />`, or a component that takes `href`.
   * Default: an `<a>`, which reloads the page.
   */
  readonly renderLink?: RenderLink;
  /**
   * The locale of texts, dates and numbers: a BCP 47 tag, such as `de-AT`. Built in are `en`, `de`, `fr`, `ja` and `ar`. Other languages fall back
   * to English, unless `messages` contains them. Default: the browser's locale if it is English, else `en`.
   */
  readonly locale?: string;
  /** Overrides of the built-in texts. Pass the same object on each render. */
  readonly messages?: MessageOverrides;
  /**
   * The number of days before the expiry from which banner and panel remind the admin: a whole number from 8 to 365. Default: no early reminder. The
   * API itself warns from 7 days before.
   */
  readonly remindDaysBefore?: number;
};

const NO_OVERRIDES: MessageOverrides = {};

/** Returns the settings of the context. Without a client, they are empty. */
export function useLicenseSettings(client: LicenseClient | null, props: LicenseSettingsProps): LicenseSettings {
  const { role, renderLink } = props;
  const links = useLinks(props);
  const reminderDays = validReminderDays(props.remindDaysBefore);
  const messages = props.messages ?? NO_OVERRIDES;
  const { language, words, format } = useLanguage(props.locale, messages.language, useTimeZone());
  return useMemo(
    () => (client === null ? NO_SETTINGS : { client, role, language, words, format, messages, links, renderLink, reminderDays }),
    [client, role, language, words, format, messages, links, renderLink, reminderDays],
  );
}

function useLinks({ licenseHref, contactHref, askHref, entitlementDocs }: LicenseSettingsProps): LicenseLinks {
  return useMemo(
    () => ({
      license: safeHref(licenseHref),
      contact: safeHref(contactHref || undefined),
      ask: safeHref(askHref || undefined),
      docs: (entitlement) =>
        entitlementDocs && Object.hasOwn(entitlementDocs, entitlement) ? safeHref(entitlementDocs[entitlement]) : undefined,
    }),
    [licenseHref, contactHref, askHref, entitlementDocs],
  );
}
