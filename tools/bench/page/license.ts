const DAY = 86_400_000;

/** An API that answers in the page, without a network: in its grace period, expired, or long before its expiry. */
export function stubLicense(expiresIn: number, entitlements: readonly string[]) {
  const expiresAt = Math.floor((Date.now() + expiresIn) / 1_000) * 1_000;
  let asked = 0;
  const fetch = async (): Promise<Response> => {
    asked += 1;
    const left = Math.max(0, Math.floor((expiresAt - Date.now()) / 1_000));
    const graceLeft = expiresAt > Date.now() ? 0 : Math.max(0, Math.floor((expiresAt + 7 * DAY - Date.now()) / 1_000));
    return new Response(
      JSON.stringify({
        tier: 'enterprise',
        entitlements,
        expires_at: new Date(expiresAt).toISOString(),
        days_remaining: Math.floor(left / 86_400),
        grace_remaining_seconds: graceLeft,
      }),
      { headers: { 'content-type': 'application/json', date: new Date().toUTCString() } },
    );
  };
  return { fetch, asked: () => asked };
}

export const GRACE = -2 * DAY;
export const LAPSED = -9 * DAY;
export const LONG = 300 * DAY;
export const SIX = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];

/** Waits until it is so, a frame at a time. */
export async function until(isSo: () => boolean, withinMs = 10_000): Promise<void> {
  for (const end = performance.now() + withinMs; !isSo(); ) {
    if (performance.now() > end) throw new Error(`It has not come to be: ${isSo}`);
    await new Promise(requestAnimationFrame);
  }
}
