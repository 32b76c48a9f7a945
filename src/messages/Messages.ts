import type { RenewalMessages } from './enRenewal.js';
import type { bannerMessages, nameMessages, noticeMessages, panelMessages } from './en.js';
import type { Words } from './Words.js';

/** What the banner says. */
export type BannerMessages = Words<typeof bannerMessages>;
/** What the panel says. */
export type PanelMessages = Words<typeof panelMessages>;
/** What 402 notices and gates say. */
export type NoticeMessages = Words<typeof noticeMessages>;
/** The names of entitlements and tiers, and words for short whiles. */
export type NameMessages = Words<typeof nameMessages>;

/** What a language has to say before anybody renews. */
export type Language = {
  /** What entitlements and tiers are called, and words for short whiles. */
  readonly names: NameMessages;
  /** What the banner says. */
  readonly banner: BannerMessages;
  /** What the panel says. */
  readonly panel: PanelMessages;
  /** What 402 notices and gates say. */
  readonly notice: NoticeMessages;
};

/** A whole language: a sentence that is forgotten is a compile error. */
export type Messages = Language & {
  /** What the renewal says. */
  readonly renewal: RenewalMessages;
};

type Some<T> = T extends string | readonly unknown[] | ((...args: never[]) => string) ? T : { readonly [K in keyof T]?: Some<T[K]> };

/** Words of the host's own in place of ours; what is left out stays as it is in the language of the page. */
export type MessageOverrides = Some<Messages> & {
  /** Where they are a language of your own: its BCP 47 tag. Dates, numbers and plurals follow it, and what is left out is English. */
  readonly language?: string;
};
