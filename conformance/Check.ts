import type { ProbeResult } from './ProbeResult.js';

/** The result of a check: the API keeps the contract, differs from it, or the answers don't show which. */
export type Mark = 'holds' | 'differs' | 'cannot-be-told';

/** A result, and the observation behind it. `seen` holds no text of the API that could be a secret. */
export type Judgement = { readonly mark: Mark; readonly seen: string };

/** One rule of the contract, and the function that checks it against the answers of a running API. */
export type Check = {
  /** Stable across releases, for scripts. */
  readonly id: string;
  /** The rule, as a sentence. */
  readonly says: string;
  readonly expected: string;
  /** The effect of a difference on the dashboard. */
  readonly means: string;
  readonly judge: (result: ProbeResult) => Judgement;
};

/** A check with its result. */
export type Finding = Omit<Check, 'judge'> & Judgement;

/** Builds the result for an API that keeps the rule. */
export const holds = (seen: string): Judgement => ({ mark: 'holds', seen });

/** Builds the result for an API that differs from the rule. */
export const differs = (seen: string): Judgement => ({ mark: 'differs', seen });

/** Builds the result for a rule that the answers can't confirm or disprove. */
export const unknown = (seen: string): Judgement => ({ mark: 'cannot-be-told', seen });
