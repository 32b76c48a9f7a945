/** The states in which the banner warns an admin. Source: docs/contract.md, States. */
export type WarnedState = 'expiring' | 'grace' | 'expired';

/** A state of the banner: a warned one, or the early reminder. */
export type BannerState = WarnedState | 'early';

/** Returns true for a state in which the banner warns. */
export function isWarnedState(state: unknown): state is WarnedState {
  return state === 'expiring' || state === 'grace' || state === 'expired';
}

/** Returns true for a state of the banner. */
export function isBannerState(state: unknown): state is BannerState {
  return state === 'early' || isWarnedState(state);
}
