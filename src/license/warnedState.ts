/** The states in which the banner warns an admin. Source: docs/contract.md, States. */
export type WarnedState = 'expiring' | 'grace' | 'expired';

/** A `WarnedState`, or the early reminder. */
export type BannerState = WarnedState | 'early';

export function isWarnedState(state: unknown): state is WarnedState {
  return state === 'expiring' || state === 'grace' || state === 'expired';
}

export function isBannerState(state: unknown): state is BannerState {
  return state === 'early' || isWarnedState(state);
}
