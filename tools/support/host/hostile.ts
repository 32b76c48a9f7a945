const MARKUP = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
const BIDI = '\u202Eesrever\u2069\u2069\u202D\u202Bx\u200F';
const TOWER = `Z${'\u0310\u0334\u0489'.repeat(60)}a${'\u0316\u035F'.repeat(80)}lgo`;

/** Texts from an API that must not be trusted. */
export const HOSTILE: Readonly<Record<string, string>> = {
  markup: MARKUP,
  bidi: BIDI,
  'a long word': 'W'.repeat(100_000),
  'a tower': TOWER,
  __proto__name: '__proto__',
  constructor: 'constructor',
  controls: 'nul\u0000esc\u001B[31mbell\u0007back\u0008line\u0085line\u2028line\u2029end',
  'half of a pair': `a\uD83Db\uDE00c${'\u{1F4DA}'.repeat(80)}`,
  crlf: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\rSUMMARY:injected\nstate: active',
};

/** Returns a license body with every hostile text, and with `more` other entitlements. */
export function hostileBody(tier: string, expires: number, more = 0): Record<string, unknown> {
  const entitlements = ['oidc', 'toString', ...Object.values(HOSTILE), ...Array.from({ length: more }, (_, at) => `made_up_${at}`)];
  const days = Math.floor((expires - Date.now()) / 86_400_000);
  const grace = expires > Date.now() ? 0 : Math.ceil(expires / 1_000 + 604_800 - Date.now() / 1_000);
  return {
    tier,
    entitlements,
    expires_at: new Date(Math.floor(expires / 1_000) * 1_000).toISOString().replace('.000Z', 'Z'),
    days_remaining: Math.max(days, 0),
    grace_remaining_seconds: Math.max(grace, 0),
  };
}
