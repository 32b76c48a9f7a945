const DAY = 86_400_000;

/** Creates a license API in the page, without a network. `expiresIn` is in milliseconds, negative after the expiry. */
export function stubLicense(expiresIn: number, entitlements: readonly string[]) {
  const expiresAt = Math.floor((Date.now() + expiresIn) / 1_000) * 1_000;
  let requestCount = 0;
  const fetch = async (): Promise<Response> => {
    requestCount += 1;
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
  return { fetch, requestCount: () => requestCount };
}

export const GRACE = -2 * DAY;
export const LAPSED = -9 * DAY;
export const LONG = 300 * DAY;
export const SIX = ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'];

/** Checks a condition in each frame until it is true. Throws after `withinMs`. */
export async function until(condition: () => boolean, withinMs = 10_000): Promise<void> {
  for (const end = performance.now() + withinMs; !condition(); ) {
    if (performance.now() > end) throw new Error(`The condition did not become true: ${condition}`);
    await new Promise(requestAnimationFrame);
  }
}
