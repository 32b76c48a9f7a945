declare namespace NodeJS {
  /** Write `process.env.NODE_ENV` in full where it is used: bundlers replace only that exact expression. */
  interface ProcessEnv {
    readonly NODE_ENV?: string;
  }
}
