import { expect, it } from 'vitest';
import { allMessages } from '../../support/allMessages.js';

const SENTENCES = {
  en: ['Your license expires in 3 days.', 'Your license expires on 1 May.', 'Your license doesn’t include'],
  de: ['Ihre Lizenz läuft in 3 days ab.', 'Ihre Lizenz läuft am 1 May ab.', 'Ihre Lizenz enthält'],
  fr: ['Votre licence expire in 3 days.', 'Votre licence expire le 1er May.', 'Votre licence ne comprend pas'],
  ja: ['ご利用のライセンスは、in 3 daysに', 'ご利用のライセンスは、1 May に', 'ご利用のライセンスには'],
  ar: ['تنتهي صلاحية الترخيص الخاص بك in 3 days.', 'تنتهي صلاحية الترخيص الخاص بك في 1 May.', 'لا يشمل الترخيص الخاص بك'],
} as const;

it.each(Object.entries(SENTENCES))('the sentences in %s have no gap if the license has no tier', (language, sentences) => {
  const { banner, notice } = allMessages[language as keyof typeof SENTENCES];
  const texts = [
    banner.expiringLead({ tier: '', when: 'in 3 days' }),
    banner.expiringLeadByDate({ tier: '', expires: '1 May' }),
    notice.details['not-included']({ tier: '', id: 'scim' }),
  ];
  for (const [at, sentence] of sentences.entries()) expect(texts[at]).toContain(sentence);
});
