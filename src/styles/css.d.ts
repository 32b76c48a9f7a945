// TypeScript 6 requires a declaration for each imported CSS file. This one exports nothing.
export {};
