/** What renders a license on a bench page: ours, or what a team would write by hand. */
export type Side = {
  /** Shows it; what it renders of the license that may repeat itself is measured by React's Profiler. */
  mount(element: HTMLElement, onCommit: () => void): void;
  /** Asks the API once more, and waits until its answer is shown. */
  poll(): Promise<void>;
};
