/** The states in which the banner warns an admin. Source: docs/contract.md, States. */
export type WarnedState = 'expiring' | 'grace' | 'expired';

/** Returns true for a state in which the banner warns. */
export function isWarnedState(state: unknown): state is WarnedState {
  return state === 'expiring' || state === 'grace' || state === 'expired';
}
