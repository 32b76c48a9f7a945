import type { ProbeResult } from './ProbeResult.js';

/** How a point stands: as the contract says, otherwise, or not to be seen from here. */
export type Mark = 'holds' | 'differs' | 'cannot-be-told';

/** What was seen of a point. It holds no text of the API that could be a secret. */
export type Judgement = { readonly mark: Mark; readonly seen: string };

/** One sentence of the contract, and how it is held against what a running API has answered. */
export type Check = {
  /** Stable, for scripts. */
  readonly id: string;
  /** The sentence. */
  readonly says: string;
  readonly expected: string;
  /** What a difference means for the dashboard. */
  readonly means: string;
  readonly judge: (result: ProbeResult) => Judgement;
};

/** A point that was judged. */
export type Finding = Omit<Check, 'judge'> & Judgement;

/** The point is as the contract says. */
export const holds = (seen: string): Judgement => ({ mark: 'holds', seen });

/** It is not. */
export const differs = (seen: string): Judgement => ({ mark: 'differs', seen });

/** What was answered, or what may be asked, doesn't tell. */
export const unknown = (seen: string): Judgement => ({ mark: 'cannot-be-told', seen });
