declare namespace NodeJS {
  /** Bundlers replace `process.env.NODE_ENV` by a string, but only if it is written out where it is used. */
  interface ProcessEnv {
    readonly NODE_ENV?: string;
  }
}
