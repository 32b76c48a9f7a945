/** The states that an admin is warned of, by the banner. Source: docs/contract.md, States. */
export type WarnedState = 'expiring' | 'grace' | 'expired';

/** Whether an admin is warned. */
export function isWarnedState(state: unknown): state is WarnedState {
  return state === 'expiring' || state === 'grace' || state === 'expired';
}
