/** One row of the table: the measurement, our result, the result of the alternative, and the goal. */
export type Row = {
  readonly what: string;
  readonly runtime: string;
  readonly ours: string;
  readonly other: string;
  readonly spread?: string;
  readonly goal: string;
  /** `null` if there is no goal. */
  readonly isMet: boolean | null;
};

/** Options for every part of the bench. */
export type BenchOptions = {
  /** Whether to slow our code down, to show that a goal can be missed. */
  readonly slowed: boolean;
};

export const NODE = `Node ${process.version.slice(1)}`;

export const times = (value: number) => `${value.toFixed(value < 0.1 ? 4 : 3)} times`;
export const micros = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} µs`;
export const millis = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
