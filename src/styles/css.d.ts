// What TypeScript 6 wants to find where a host imports the CSS: nothing is exported.
export {};
