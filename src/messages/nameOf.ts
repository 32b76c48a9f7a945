import { type Format, isolate } from './createFormat.js';
import type { NameMessages } from './Messages.js';

/** Returns the name of an entitlement; its id, shortened to 64 characters, if it has no name. */
function entitlementName(names: NameMessages, id: string): string {
  return wordFor(names.entitlements, id) ?? isolate(cut(id));
}

function wordFor(words: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(words, id) ? words[id] : undefined;
}

/** Shortens a text to 64 characters, because a license may contain texts of any length. */
export function cut(name: string): string {
  return name.replace(/^(.{63}).{2,}/su, '$1…');
}

/** Returns the name of an entitlement, capitalized for the start of a line. */
export function entitlementTitle(names: NameMessages, id: string, { locale }: Format): string {
  const name = entitlementName(names, id);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Returns the name of a tier; its id if it has no name. */
export function tierName(names: NameMessages, tier: string): string {
  return wordFor(names.tiers, tier) ?? tier;
}

/** Returns the name of a tier, shortened to 64 characters. */
export function tierInSentence(names: NameMessages, tier: string): string {
  return cut(tierName(names, tier));
}

const MAX_NAMES = 3;

/** Joins the names of entitlements for a sentence. Names 3, and counts the others. */
export function entitlementList(names: NameMessages, ids: readonly string[], format: Format): string {
  const named = ids.slice(0, MAX_NAMES).map((id) => entitlementName(names, id));
  const rest = ids.length - named.length;
  return format.list(rest > 0 ? [...named, names.and(rest, format)] : named);
}
