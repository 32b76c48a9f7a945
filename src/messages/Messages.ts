import type { RenewalMessages } from './enRenewal.js';
import type { bannerMessages, nameMessages, noticeMessages, panelMessages } from './en.js';

// The inferred type of a constant keeps its literal strings out: members are `string` and functions.
/** What the banner says. */
export type BannerMessages = typeof bannerMessages;
/** What the panel says. */
export type PanelMessages = typeof panelMessages;
/** What 402 notices and gates say. */
export type NoticeMessages = typeof noticeMessages;
/** The names of entitlements and tiers, and words for short whiles. */
export type NameMessages = typeof nameMessages;

type Some<T> = { readonly [K in keyof T]?: T[K] extends (...args: never[]) => string ? T[K] : T[K] extends object ? Partial<T[K]> : T[K] };

/** Words of the host's own, or of another language, in place of the English ones; what is left out stays English. */
export type MessageOverrides = {
  /** What the banner says. */
  readonly banner?: Some<BannerMessages>;
  /** What the panel says. */
  readonly panel?: Some<PanelMessages>;
  /** What 402 notices and gates say. */
  readonly notice?: Some<NoticeMessages>;
  /** What entitlements and tiers are called, and words for short whiles. */
  readonly names?: Some<NameMessages>;
  /** What the renewal says. */
  readonly renewal?: Some<RenewalMessages>;
};
