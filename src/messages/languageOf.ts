/** Returns the language of a BCP 47 tag: `de` for `de-AT`. */
export function languageOf(locale: string): string {
  return /^[a-z]+/i.exec(locale)?.[0].toLowerCase() ?? '';
}

/** Returns the writing direction of a BCP 47 tag. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)$/.test(languageOf(locale)) ? 'rtl' : 'ltr';
}
