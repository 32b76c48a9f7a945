/** Renders a license on a bench page, with our package or with code that a team would write by hand. */
export type Side = {
  /** Renders into an element. React's Profiler calls `onCommit` for each commit. */
  mount(element: HTMLElement, onCommit: () => void): void;
  /** Fetches the license again. Resolves after the response is processed. */
  poll(): Promise<void>;
};
