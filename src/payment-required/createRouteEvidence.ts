/** A request that works, below a route that the host has mapped to an entitlement. */
type WorkingRequest = { readonly id: string; readonly route: string | null };

/** What requests to mapped routes prove: that the entitlement works, unless they were wrong with that once. */
export type RouteEvidence = {
  /** Whether it shows that the entitlement works. */
  shows(entitlement: string | null, request: WorkingRequest): boolean;
  /** Notes that it was believed. */
  believe(entitlement: string | null, request: WorkingRequest): void;
  /** Notes that the entitlement is refused again: what was believed of it before is not believed a second time. */
  refute(entitlement: string | null): void;
};

// A hostile API can refute as often as it likes.
const MAX_MISLEADING = 100;

/** Nothing is believed yet. */
export function createRouteEvidence(): RouteEvidence {
  const believed = new Map<string | null, string>();
  const misleading = new Set<string>();
  return {
    shows: (entitlement, { id, route }) => route !== null && route === entitlement && !misleading.has(`${entitlement} ${id}`),
    believe: (entitlement, { id }) => believed.set(entitlement, id),
    refute(entitlement) {
      const id = believed.get(entitlement);
      if (id !== undefined && misleading.size < MAX_MISLEADING) misleading.add(`${entitlement} ${id}`);
      believed.delete(entitlement);
    },
  };
}
