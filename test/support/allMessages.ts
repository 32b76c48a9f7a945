import { ar } from '../../src/messages/ar.js';
import { arRenewal } from '../../src/messages/arRenewal.js';
import { de } from '../../src/messages/de.js';
import { deRenewal } from '../../src/messages/deRenewal.js';
import { bannerMessages, nameMessages, noticeMessages, panelMessages } from '../../src/messages/en.js';
import { renewalMessages } from '../../src/messages/enRenewal.js';
import { fr } from '../../src/messages/fr.js';
import { frRenewal } from '../../src/messages/frRenewal.js';
import { ja } from '../../src/messages/ja.js';
import { jaRenewal } from '../../src/messages/jaRenewal.js';
import type { Messages } from '../../src/messages/Messages.js';

/** Every message of every language. */
export const allMessages = {
  en: { names: nameMessages, banner: bannerMessages, panel: panelMessages, notice: noticeMessages, renewal: renewalMessages },
  de: { ...de, renewal: deRenewal },
  fr: { ...fr, renewal: frRenewal },
  ja: { ...ja, renewal: jaRenewal },
  ar: { ...ar, renewal: arRenewal },
} as const satisfies Record<string, Messages>;

export type LanguageCode = keyof typeof allMessages;
export const LANGUAGES = ['en', 'de', 'fr', 'ja', 'ar'] as const satisfies readonly LanguageCode[];
