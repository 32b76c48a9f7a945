/** The shape of messages, whatever they say: the inferred type of English ones may hold some of their words. */
export type Words<T> = T extends string
  ? string
  : T extends (...args: infer Parameters) => string
    ? (...args: Parameters) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Words<T[Key]> };
