import { type Format, isolate } from './createFormat.js';
import type { NameMessages } from './Messages.js';

/** The name of an entitlement in words; one that the catalogue doesn't know is shown as it came, cut where it is too long for a sentence. */
function entitlementName(names: NameMessages, id: string): string {
  return wordFor(names.entitlements, id) ?? isolate(cut(id));
}

function wordFor(words: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(words, id) ? words[id] : undefined;
}

/** What a license may have in it is as long as it likes; what it is shown in stays one that can be read. */
export function cut(name: string): string {
  return name.replace(/^(.{63}).{2,}/su, '$1…');
}

/** The name of an entitlement as it stands at the start of a line. */
export function entitlementTitle(names: NameMessages, id: string, { locale }: Format): string {
  const name = entitlementName(names, id);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** The name of a tier; one that isn't known is shown as it came. */
export function tierName(names: NameMessages, tier: string): string {
  return wordFor(names.tiers, tier) ?? tier;
}

/** The same as it stands in a sentence: cut where it is too long for one. */
export function tierInSentence(names: NameMessages, tier: string): string {
  return cut(tierName(names, tier));
}

/** Entitlements as a list in a sentence; from the eighth on they are counted. */
export function entitlementList(names: NameMessages, ids: readonly string[], format: Format): string {
  const named = ids.slice(0, ids.length === 8 ? 8 : 7).map((id) => entitlementName(names, id));
  const rest = ids.length - named.length;
  return format.list(rest > 0 ? [...named, names.and(rest, format)] : named);
}
