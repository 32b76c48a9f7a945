/** One line of the table: what was measured, ours beside the other, and what it should be. */
export type Row = {
  readonly what: string;
  readonly runtime: string;
  readonly ours: string;
  readonly other: string;
  readonly spread?: string;
  readonly goal: string;
  /** `null` where no goal is set: a figure to know. */
  readonly isMet: boolean | null;
};

/** What every part of the bench is told. */
export type BenchOptions = {
  /** Ours is made slower on purpose, so that it is seen whether the figures tell. */
  readonly slowed: boolean;
};

export const NODE = `Node ${process.version.slice(1)}`;

export const times = (value: number) => `${value.toFixed(value < 0.1 ? 4 : 3)} times`;
export const micros = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} µs`;
export const millis = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
