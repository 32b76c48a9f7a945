import type { RenewalMessages } from './enRenewal.js';
import type { bannerMessages, nameMessages, noticeMessages, panelMessages } from './en.js';
import type { Words } from './Words.js';

/** The texts of the banner. */
export type BannerMessages = Words<typeof bannerMessages>;
/** The texts of the panel. */
export type PanelMessages = Words<typeof panelMessages>;
/** The texts of 402 notices and gates. */
export type NoticeMessages = Words<typeof noticeMessages>;
/** The names of entitlements and tiers, and texts for short times. */
export type NameMessages = Words<typeof nameMessages>;

/** All texts of a language except those of the renewal, which load later. */
export type Language = {
  /** The names of entitlements and tiers, and texts for short times. */
  readonly names: NameMessages;
  /** The texts of the banner. */
  readonly banner: BannerMessages;
  /** The texts of the panel. */
  readonly panel: PanelMessages;
  /** The texts of 402 notices and gates. */
  readonly notice: NoticeMessages;
};

/** All texts of a language. A missing text is a compile error. */
export type Messages = Language & {
  /** The texts of the renewal. */
  readonly renewal: RenewalMessages;
};

type Some<T> = T extends string | readonly unknown[] | ((...args: never[]) => string) ? T : { readonly [K in keyof T]?: Some<T[K]> };

/** Texts of the app that replace built-in ones. Omitted texts stay in the language of the page. */
export type MessageOverrides = Some<Messages> & {
  /** The BCP 47 tag of the texts, for a language that is not built in. Dates, numbers and plurals follow it. Omitted texts are English. */
  readonly language?: string;
};
