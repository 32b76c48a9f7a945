import { useStateFor } from '../useStateFor.js';
import { type LicenseBannerView, useBanner } from './useBanner.js';

/** The result of {@link useLicenseBanner}. */
export type LicenseBannerResult = {
  /** `null` if there is nothing to show. */
  readonly banner: LicenseBannerView | null;
  /** The text for a live region. Text and `key` change with each announcement; the key is `null` for none. */
  readonly announcement: { readonly key: string | null; readonly text: string; readonly isUrgent: boolean };
};

/**
 * Returns the banner without markup, for an admin: texts, state and actions. Call it once per page, in place of `LicenseBanner`. Your app takes over the
 * live region, the focus and the time of the undo.
 *
 * @example const { banner } = useLicenseBanner(); return banner && <Alert title={banner.lead}>{banner.detail}</Alert>;
 * @see docs/headless.md
 */
export function useLicenseBanner(): LicenseBannerResult {
  const { view, isLoading, announcement } = useBanner();
  const { occasion, text, urgent } = announcement;
  const key = isLoading ? null : occasion;
  // A countdown changes the text, but must not be announced again.
  const [announced] = useStateFor(key, () => (key === null ? '' : text));
  return { banner: isLoading ? null : view, announcement: { key, text: announced, isUrgent: urgent } };
}
